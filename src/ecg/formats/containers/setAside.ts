import type { EcgFile } from '../../ecgFile';
import { toListing } from '../../listing';
import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import { findContents, isText } from '../contents';
import type { EcgFormat } from '../format';
import type { UnreadFile } from '../groupFiles';
import { loadFormats } from '../registry';

/** An archive holds more than its ECGs: a licence, a list, a picture. */
export class LeftOut extends Problem {}

/** What lies in an archive and is to be read, and in one sentence what is not. */
interface SetAside {
  readonly kept: readonly UnreadFile[];
  readonly problem?: Problem;
}

/** What is longer is no licence and no list; reading it says what it is. */
const LONGEST_BYTES = 2 ** 20;
const MOST_NAMES = 5;
const BRACE = '{'.charCodeAt(0);

/**
 * Sets aside the files of an archive that by their content are something else than an ECG or a part of one, so that they
 * are told in one sentence: a {@link LeftOut} where others remain, else a problem of the archive.
 */
export async function setAside(archiveName: string, files: readonly UnreadFile[]): Promise<SetAside> {
  if (files.length === 0) return { kept: [], problem: new Problem(`${toQuote(archiveName)} is an archive without files.`) };
  const formats = await loadFormats();
  const kinds = await Promise.all(files.map((file) => findOtherKind(file, formats)));
  const kept = files.filter((_, index) => kinds[index] === undefined);
  if (kept.length === files.length) return { kept };
  const others = files.flatMap(({ name }, index) => (kinds[index] ? [`${toQuote(name)} (${kinds[index]})`] : []));
  const named = others.length > MOST_NAMES ? [...others.slice(0, MOST_NAMES), `${others.length - MOST_NAMES} more`] : others;
  if (kept.length === 0) return { kept, problem: new Problem(`${toQuote(archiveName)} holds no ECG that can be read, but ${toListing(named)}.`) };
  return { kept, problem: new LeftOut(`${toQuote(archiveName)} holds files beside its ECGs that were not read: ${toListing(named)}.`) };
}

/** What a file is, in words, where it is neither an ECG nor what may belong to one. */
async function findOtherKind(file: UnreadFile, formats: readonly EcgFormat[]): Promise<string | undefined> {
  if ((file.size ?? 0) > LONGEST_BYTES) return undefined;
  try {
    const read: EcgFile = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    if (formats.some(({ match }) => match([read]))) return undefined;
    // The page reads JSON of its own: explanations, studies, answers.
    if (read.bytes.find((byte) => byte > 32) === BRACE) return undefined;
    if (read.bytes.length === 0) return 'empty';
    return findContents(read.bytes) ?? (isText(read.bytes) ? 'plain text' : undefined);
  } catch {
    // What cannot be unpacked is told when it is read.
    return undefined;
  }
}
