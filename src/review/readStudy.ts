import { Problem } from '../ecg/problem';
import { readVersioned } from '../explanation/readVersioned';
import { isIntact } from './sealStudy';
import { type Study, STUDY_FORMAT, STUDY_VERSION, studySchema } from './study';
import { findContradiction } from './studyContradiction';

const FORMAT = { noun: 'study', format: STUDY_FORMAT, version: STUDY_VERSION, schema: studySchema };

/**
 * Reads a study file.
 *
 * @param text as `findReviewText` found it.
 * @throws Problem where it is no study, of a newer version, incomplete, contradicts itself or was changed since it was made.
 */
export function readStudy(text: string): Study {
  const study = readVersioned(text, FORMAT);
  if (!isIntact(study)) {
    throw new Problem('This study was changed after it was made: its contents do not match their own SHA-256.');
  }
  const contradiction = findContradiction(study);
  if (contradiction) throw new Problem(`This study contradicts itself: ${contradiction}.`);
  return study;
}
