import type { Ecg } from '../ecg';
import type { EcgFile } from '../ecgFile';
import { toListing } from '../listing';
import { Problem } from '../problem';
import { findContents, isText } from './contents';
import type { EcgFormat } from './format';

/** Every format that can be read. A format whose files carry no mark of their own comes after those that do. */
const FORMATS: readonly (() => Promise<EcgFormat>)[] = [
  async () => (await import('./muse')).muse,
  async () => (await import('./cardioSoft')).cardioSoft,
  async () => (await import('./philips')).philips,
  async () => (await import('./schiller')).schiller,
  async () => (await import('./mortaraEli')).mortaraEli,
  async () => (await import('./hl7Aecg')).hl7Aecg,
  async () => (await import('./scpEcg')).scpEcg,
  async () => (await import('./dicom')).dicom,
  async () => (await import('./edf')).edf,
  async () => (await import('./ishne')).ishne,
  async () => (await import('./wfdb')).wfdb,
];

/**
 * Reads the 12-lead ECG in these files, which together are one recording (a WFDB record has two or more). The format is
 * chosen by content; its code is loaded only now.
 * @throws Problem with one sentence where no format matches or the recording cannot be read.
 */
export async function readEcg(files: readonly EcgFile[]): Promise<Ecg> {
  if (files.length === 0) throw new Problem('No file was given: choose the files of one ECG recording.');
  const formats = await loadFormats();
  const format = formats.find(({ match }) => match(files));
  if (format) return format.read(files);
  const seen = files.map((file) => `${file.name} ${toVerdict(file.bytes)}`);
  const readable = toListing(formats.map(({ description }) => description));
  throw new Problem(`No ECG that can be read was found: ${toListing(seen)}; what can be read is ${readable}.`);
}

/** Every format, in the order in which they are asked. */
export function loadFormats(): Promise<readonly EcgFormat[]> {
  return Promise.all(FORMATS.map((load) => load()));
}

function toVerdict(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'is empty';
  return `seems to be ${findContents(bytes) ?? (isText(bytes) ? 'plain text' : 'a file of unknown type')}`;
}
