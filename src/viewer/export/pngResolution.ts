const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length, type and content of the header chunk with its checksum follow the signature. */
const HEADER_END = SIGNATURE.length + 25;
const METRES_PER_INCH = 0.0254;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

/**
 * A PNG file that says how large it is on paper (chunk pHYs, ISO/IEC 15948): browsers leave it out, and programs then take
 * 96 pixels an inch.
 *
 * @param png as a browser's canvas writes it, without such a chunk.
 */
export function withResolution(png: Uint8Array, pixelsPerInch: number): Uint8Array {
  if (SIGNATURE.some((byte, i) => png[i] !== byte)) throw new Error('What the canvas gave is no PNG file.');
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  const pixelsPerMetre = Math.round(pixelsPerInch / METRES_PER_INCH);
  view.setUint32(0, 9);
  chunk.set(new TextEncoder().encode('pHYs'), 4);
  view.setUint32(8, pixelsPerMetre);
  view.setUint32(12, pixelsPerMetre);
  view.setUint8(16, 1);
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  const file = new Uint8Array(png.length + chunk.length);
  file.set(png.subarray(0, HEADER_END));
  file.set(chunk, HEADER_END);
  file.set(png.subarray(HEADER_END), HEADER_END + chunk.length);
  return file;
}

/** The checksum of PNG's chunks (CRC-32 of ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
