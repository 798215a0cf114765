import type { Ecg } from '../../ecg/ecg';
import { hashSamples } from '../../ecg/samples';

/**
 * What names an ECG in a reading study, in the study file and when the reader gives the files: the SHA-256, as 64
 * hexadecimal digits, of its samples as recorded, in millivolts as float32, little-endian, lead by lead in the standard
 * order. Of a longer recording the case is the ten seconds that are recorded best, and so they are what is hashed: a program
 * that would show others finds another ECG. The same recording exported to another format can differ in its last digits and
 * is then another ECG, too.
 *
 * @throws Problem in a page that cannot hash.
 */
export function toCaseSha256(ecg: Ecg): Promise<string> {
  return hashSamples(ecg);
}
