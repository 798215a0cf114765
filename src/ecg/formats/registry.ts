import type { Ecg } from '../ecg';
import type { EcgFile } from '../ecgFile';
import { toListing } from '../listing';
import type { PartialFile } from '../partialFile';
import { Problem } from '../problem';
import type { RecordingSource } from '../recordingSource';
import type { StatedFacts } from '../statedFacts';
import { findContents, isText } from './contents';
import type { EcgFormat } from './format';

interface Entry {
  /** How its files are commonly named. Only the file dialog asks; a file is known by its content. */
  readonly extensions: readonly string[];
  readonly load: () => Promise<EcgFormat>;
}

/** Every format that can be read. A format whose files carry no mark of their own comes after those that do. */
const FORMATS: readonly Entry[] = [
  { extensions: ['.xml'], load: async () => (await import('./muse')).muse },
  { extensions: ['.xml'], load: async () => (await import('./cardioSoft')).cardioSoft },
  { extensions: ['.xml'], load: async () => (await import('./philips')).philips },
  { extensions: ['.xml'], load: async () => (await import('./schiller')).schiller },
  { extensions: ['.xml'], load: async () => (await import('./mortaraEli')).mortaraEli },
  { extensions: ['.xml'], load: async () => (await import('./hl7Aecg')).hl7Aecg },
  { extensions: ['.scp'], load: async () => (await import('./scpEcg')).scpEcg },
  { extensions: ['.dcm'], load: async () => (await import('./dicom')).dicom },
  { extensions: ['.edf', '.bdf'], load: async () => (await import('./edf')).edf },
  { extensions: ['.ecg'], load: async () => (await import('./ishne')).ishne },
  { extensions: ['.json'], load: async () => (await import('./fhir')).fhir },
  { extensions: ['.mwf'], load: async () => (await import('./mfer')).mfer },
  { extensions: ['.json'], load: async () => (await import('./json')).json },
  { extensions: ['.npy'], load: async () => (await import('./npy')).npy },
  { extensions: ['.mat'], load: async () => (await import('./matlab')).matlab },
  { extensions: ['.hea', '.dat', '.mat'], load: async () => (await import('./wfdb')).wfdb },
  { extensions: ['.csv', '.tsv', '.txt'], load: async () => (await import('./delimited')).delimited },
];

/** Any of them may come in an archive; numpy's of several arrays is one as well. */
const ARCHIVE_EXTENSIONS: readonly string[] = ['.zip', '.gz', '.npz'];

/** How files that can be read are commonly named, each ending once. */
export const FILE_EXTENSIONS: readonly string[] = [
  ...new Set(FORMATS.flatMap(({ extensions }) => extensions)),
  ...ARCHIVE_EXTENSIONS,
];

/**
 * Reads the 12-lead ECG in these files, which together are one recording (a WFDB record has two or more). The format is
 * chosen by content; its code is loaded only now.
 * @param stated what somebody states of it because its files do not.
 * @throws NeedsFacts where that is not all that is missing. Problem with one sentence where no format matches or the
 *   recording cannot be read.
 */
export async function readEcg(files: readonly EcgFile[], stated: StatedFacts = {}): Promise<Ecg> {
  if (files.length === 0) throw new Problem('No file was given: choose the files of one ECG recording.');
  const formats = await loadFormats();
  const format = formats.find(({ match }) => match(files));
  if (format) return format.read(files, stated);
  const seen = files.map((file) => `${file.name} ${toVerdict(file.bytes)}`);
  const readable = toListing(formats.map(({ description }) => description));
  throw new Problem(`No ECG that can be read was found: ${toListing(seen)}; what can be read is ${readable}.`);
}

/** All that a format that opens files in parts asks for when it judges by content. */
const HEAD_BYTES = 1024;

/**
 * Opens the 12-lead ECG in a file that may be longer than memory. Undefined where the file is in no format whose
 * recordings are read in parts; {@link readEcg} may read it then.
 * @throws Problem with one sentence where the recording cannot be read.
 */
export async function openEcg(file: PartialFile): Promise<RecordingSource | undefined> {
  const head = { name: file.name, bytes: await file.read(0, HEAD_BYTES) };
  const formats = await loadFormats();
  return formats.find(({ open, match }) => open && match([head]))?.open?.(file);
}

/** Every format, in the order in which they are asked. */
export function loadFormats(): Promise<readonly EcgFormat[]> {
  return Promise.all(FORMATS.map(({ load }) => load()));
}

function toVerdict(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'is empty';
  return `seems to be ${findContents(bytes) ?? (isText(bytes) ? 'plain text' : 'a file of unknown type')}`;
}
