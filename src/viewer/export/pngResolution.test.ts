import { expect, it } from 'vitest';
import { crc32, withResolution } from './pngResolution';

/** One black pixel. */
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);

it('a PNG file says how many pixels are an inch, between its header and its picture', () => {
  const file = withResolution(PNG, 300);
  const view = new DataView(file.buffer);
  expect(new TextDecoder('latin1').decode(file.subarray(37, 41))).toBe('pHYs');
  // 300 pixels an inch are 11,811 a metre, the only unit that PNG knows.
  expect([view.getUint32(33), view.getUint32(41), view.getUint32(45), view.getUint8(49)]).toEqual([9, 11811, 11811, 1]);
  expect(view.getUint32(50)).toBe(crc32(file.subarray(37, 50)));
  expect([...file.subarray(0, 33), ...file.subarray(54)]).toEqual([...PNG]);
});

it('checksums are those of PNG', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  expect(crc32(new TextEncoder().encode('IEND'))).toBe(0xae426082);
});

it('refuses what is no PNG file', () => {
  expect(() => withResolution(PNG.subarray(1), 300)).toThrow('no PNG');
});
