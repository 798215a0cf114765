const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const ZIP64_END_BYTES = 56;
const END = 0x06054b50;
const LOCATOR = 0x07064b50;
const ZIP64_END = 0x06064b50;

/**
 * The archive without the zip64 end records that torch.save always writes, where it does not need them.
 *
 * zip.js passes them over, yet then looks for the directory 76 bytes too late; if the directory's first entry happens to
 * be 76 bytes long (a folder name of 21 letters such as `morphology_projection` makes it so), it finds the second entry
 * there, takes the rest for the whole directory, and refuses a sound file. Records: APPNOTE.TXT 4.3.14 to 4.3.16.
 */
export function withoutSpareZip64End(bytes: Uint8Array): Uint8Array {
  const end = bytes.length - END_BYTES;
  const zip64End = end - LOCATOR_BYTES - ZIP64_END_BYTES;
  if (zip64End < 0) return bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isSpare =
    view.getUint32(end, true) === END &&
    view.getUint32(end - LOCATOR_BYTES, true) === LOCATOR &&
    view.getUint32(zip64End, true) === ZIP64_END &&
    view.getUint16(end + 10, true) !== 0xffff &&
    view.getUint32(end + 12, true) !== 0xffffffff &&
    view.getUint32(end + 16, true) !== 0xffffffff;
  if (!isSpare) return bytes;
  const shorter = new Uint8Array(bytes.length - LOCATOR_BYTES - ZIP64_END_BYTES);
  shorter.set(bytes.subarray(0, zip64End));
  shorter.set(bytes.subarray(end), zip64End);
  return shorter;
}
