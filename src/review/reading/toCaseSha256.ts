import type { Ecg } from '../../ecg/ecg';
import { hashSamples } from '../../ecg/samples';

/**
 * What names an ECG in a reading study, in the study file and when the reader gives the files: the SHA-256, as 64
 * hexadecimal digits, of all its samples as recorded, in millivolts as float32, little-endian, lead by lead in the standard
 * order; the whole recording, not the ten seconds that are shown. The same recording exported to another format can differ
 * in its last digits and is then another ECG.
 *
 * @throws Problem in a page that cannot hash.
 */
export function toCaseSha256(ecg: Ecg): Promise<string> {
  return hashSamples(ecg);
}
