import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import { MOST_FILE_BYTES, MOST_RATIO, SMALL_BYTES, toMegabytes } from './limits';

/**
 * What a gzip file holds (RFC 1952), its checksum and length verified.
 * @param name the file's, for sentences.
 * @throws Problem where it is damaged, or unfolds to more than an ECG can be.
 */
export async function gunzip(packed: Uint8Array, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const most = Math.min(MOST_FILE_BYTES, Math.max(SMALL_BYTES, MOST_RATIO * packed.length));
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  for (;;) {
    const read = await reader.read().catch(() => undefined);
    if (!read) throw new Problem(`${toQuote(name)} is damaged: it cannot be unpacked, so copy or download it again.`);
    if (read.done) break;
    length += read.value.length;
    if (length > most) {
      await reader.cancel().catch(() => undefined);
      throw toTooLongProblem(name, most);
    }
    parts.push(read.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function toTooLongProblem(name: string, most: number): Problem {
  const isBomb = most < MOST_FILE_BYTES;
  const why = isBomb ? `more than ${MOST_RATIO} times its size, as no ECG does` : `more than ${toMegabytes(MOST_FILE_BYTES)}`;
  return new Problem(`${toQuote(name)} unpacks to ${why}: ${isBomb ? 'it is not opened' : 'unpack it and open the file itself'}.`);
}
