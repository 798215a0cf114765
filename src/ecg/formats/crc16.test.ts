import { expect, it } from 'vitest';
import { crc16 } from './crc16';

it('has the check value by which catalogues know CRC-16/CCITT with 0xFFFF to begin with', () => {
  expect(crc16(new TextEncoder().encode('123456789'))).toBe(0x29b1);
  expect(crc16(new Uint8Array())).toBe(0xffff);
});
