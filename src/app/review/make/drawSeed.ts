const BYTES = 6;

/** A random seed for the orders of a study's readers: twelve hexadecimal digits. */
export function drawSeed(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
