/** What Windows and spreadsheets write before a text, by its first two bytes. */
const UTF_16: Readonly<Record<number, 'utf-16le' | 'utf-16be'>> = { 0xfffe: 'utf-16le', 0xfeff: 'utf-16be' };

/** The beginning of a text may end within a letter. */
const STARTED = { stream: true };

/**
 * The text of a file: UTF-16 by its byte order mark or by the zeros that it leaves in digits, UTF-8 where the bytes are
 * that, else Latin-1, in which older devices write µ. Every line ends with a line feed.
 */
export function toTableText(bytes: Uint8Array): string {
  return decode(bytes).replace(/\r\n?/g, '\n');
}

function decode(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes;
  const utf16 = UTF_16[(first << 8) | second] ?? (first !== 0 && second === 0 ? 'utf-16le' : undefined);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, STARTED);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}
