/**
 * The cyclic redundancy check of 16 bits by which SCP-ECG guards a file and each of its sections, and ISHNE its header
 * (CRC-CCITT: polynomial 0x1021, high bit first, beginning with 0xFFFF). Sources: EN 1064:2005+A1:2007, 5.2; Badilini,
 * Ann Noninvasive Electrocardiol 1998;3:263.
 * @param before the check of the bytes before these, where they come in parts.
 */
export function crc16(bytes: Uint8Array, before = 0xffff): number {
  let sum = before;
  for (const byte of bytes) sum = TABLE[(sum >>> 8) ^ byte]! ^ ((sum & 0xff) << 8);
  return sum;
}

const TABLE = Uint16Array.from({ length: 256 }, (_, index) => {
  let value = index << 8;
  for (let bit = 0; bit < 8; bit++) value = value & 0x8000 ? (value << 1) ^ 0x1021 : value << 1;
  return value;
});
