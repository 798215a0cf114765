/** A file type and the bytes by which it is known, at a fixed place in the file. */
interface Signature {
  readonly what: string;
  readonly offset?: number;
  readonly bytes: readonly number[];
}

const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));

const SIGNATURES: readonly Signature[] = [
  { what: 'a PNG picture', bytes: [0x89, ...ascii('PNG')] },
  { what: 'a JPEG picture', bytes: [0xff, 0xd8, 0xff] },
  { what: 'a GIF picture', bytes: ascii('GIF8') },
  { what: 'a TIFF picture', bytes: [...ascii('II'), 42, 0] },
  { what: 'a TIFF picture', bytes: [...ascii('MM'), 0, 42] },
  { what: 'a WebP picture', offset: 8, bytes: ascii('WEBP') },
  { what: 'a HEIC picture', offset: 4, bytes: ascii('ftyphei') },
  { what: 'a PDF document', bytes: ascii('%PDF') },
  { what: 'a DICOM file', offset: 128, bytes: ascii('DICM') },
  { what: 'an SCP-ECG file', offset: 16, bytes: ascii('SCPECG') },
  { what: 'an ISHNE Holter file', bytes: ascii('ISHNE1.0') },
  { what: 'an EDF file', bytes: ascii('0       ') },
  { what: 'a BDF file', bytes: [0xff, ...ascii('BIOSEMI')] },
  { what: 'a GDF file', bytes: ascii('GDF ') },
  { what: 'an HDF5 file', bytes: [0x89, ...ascii('HDF')] },
  { what: 'an older Office document', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { what: 'a zip archive', bytes: [...ascii('PK'), 3, 4] },
  { what: 'a gzip archive', bytes: [0x1f, 0x8b] },
  { what: 'a 7z archive', bytes: [...ascii('7z'), 0xbc, 0xaf] },
  { what: 'a RAR archive', bytes: ascii('Rar!') },
];

const BEGINNINGS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a web page', /^<(?:!doctype html|html)/i],
  ['an XML file', /^<[?!a-z]/i],
  ['a JSON file', /^[{[]\s*["{[\d]/],
  // Named .ecg like those of ISHNE: a case number, then date and time.
  ['a Contec ECG file', /^\d{7}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/],
];

/**
 * What a file is by its first bytes, in words: "a PNG picture", "a DICOM file", "an XML file". Undefined where they say
 * nothing, as for bare samples or plain text; never judged by the file's name.
 */
export function findContents(bytes: Uint8Array): string | undefined {
  const signature = SIGNATURES.find(({ offset = 0, bytes: mark }) =>
    mark.every((value, index) => bytes[offset + index] === value),
  );
  if (signature) return signature.what;
  // Also right for UTF-16, whose every other byte is 0 in markup.
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).replace(/^(?:ÿþ|þÿ|ï»¿)/, '');
  const text = start.replaceAll('\0', '').trimStart();
  return BEGINNINGS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** Whether bytes read as plain text: no control characters but tabs and line ends in the first 4,096. */
export function isText(bytes: Uint8Array): boolean {
  return bytes.length > 0 && bytes.subarray(0, 4096).every((byte) => byte >= 32 || (byte >= 9 && byte <= 13));
}
