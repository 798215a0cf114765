import type { EcgFile } from '../ecgFile';
import { Problem } from '../problem';

/** Some JSON takes fifty times its bytes in memory. Ten seconds of twelve leads at 1,000 Hz take 3 MB at most. */
const MOST_BYTES = 2 ** 23;

/** A JSON object, as far as is known. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The text of a file that is a JSON object or list by its first character, complete or not; undefined for every other
 * file. Only as much of it is given as can be read.
 */
export function findJsonText(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  return /^[[{]/.test(start) ? new TextDecoder().decode(bytes.subarray(0, MOST_BYTES)) : undefined;
}

/**
 * What is in a JSON file.
 * @throws Problem where it is too large, damaged or cut off.
 */
export function readJson({ name, bytes }: EcgFile): unknown {
  if (bytes.length > MOST_BYTES) {
    throw new Problem(`${name} is ${Math.ceil(bytes.length / 1e6)} MB long; JSON of up to ${MOST_BYTES / 2 ** 20} MB can be read.`);
  }
  const text = new TextDecoder().decode(bytes);
  try {
    return JSON.parse(text);
  } catch {
    // Python writes missing numbers as NaN, which JSON does not know.
    const parsed = text.includes('NaN') ? findParsed(text.replace(/(?<=[[,:\s])NaN(?=[\],}\s])/g, 'null')) : undefined;
    if (parsed !== undefined) return parsed;
    throw new Problem(`${name} is cut off or damaged: it is no complete JSON.`);
  }
}

function findParsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The value, where it is a JSON object. */
export function findObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

/** The value as a list; empty where it is none. */
export function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
