/** A whole number of 8 bits, as the byte of an SCP-ECG file. */
export const u8 = (value: number): number[] => [value & 0xff];

/** A whole number of 16 bits, signed or not, low byte first. */
export const u16 = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff];

/** A whole number of 32 bits, low byte first. */
export const u32 = (value: number): number[] => [...u16(value), ...u16(value >>> 16)];
