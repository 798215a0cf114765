import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import { type DicomNode } from './dataSet';
import { TAGS } from './tags';
import { textOf } from './values';

/** Objects (PS3.4 annex B.5) in which twelve leads are met, in words. */
const WAVEFORM_OBJECTS: ReadonlyMap<string, string> = new Map([
  ['1.2.840.10008.5.1.4.1.1.9.1.1', '12-lead ECG'],
  ['1.2.840.10008.5.1.4.1.1.9.1.2', 'general ECG'],
  ['1.2.840.10008.5.1.4.1.1.9.1.3', 'ambulatory ECG'],
  ['1.2.840.10008.5.1.4.1.1.9.1.4', 'general 32-bit ECG'],
  ['1.2.840.10008.5.1.4.1.1.9.2.1', 'hemodynamic'],
  ['1.2.840.10008.5.1.4.1.1.9.3.1', 'cardiac electrophysiology'],
]);

/**
 * The format in words, "DICOM (12-lead ECG)".
 * @throws Problem that says what a file without waveform is instead; many an archive keeps ECGs as pictures.
 */
export function requireWaveform(object: DicomNode, name: string): string {
  const sopClass = textOf(object, TAGS.sopClass);
  if (object.elements[TAGS.waveforms]) return `DICOM (${WAVEFORM_OBJECTS.get(sopClass) ?? 'other waveform'})`;
  const instead = 'ask the archive for the ECG as waveform';
  if (object.elements[TAGS.document]) throw new Problem(`${name} is a document in DICOM, without the recording itself: ${instead}.`);
  if (object.elements[TAGS.pixels]) throw new Problem(`${name} is a picture in DICOM, without the recording itself: ${instead}.`);
  throw new Problem(`${name} is a DICOM file without a waveform (its SOP class is ${toQuote(sopClass)}), so it holds no ECG.`);
}
