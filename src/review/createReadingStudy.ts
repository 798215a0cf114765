import { Problem } from '../ecg/problem';
import type { LoadedPack } from '../model/protocol';
import { readStudy } from './readStudy';
import { sealStudy } from './sealStudy';
import { type ReadingStudy, STUDY_FORMAT, STUDY_VERSION } from './study';

type FromStudy = Pick<ReadingStudy, 'title' | 'statements' | 'cases' | 'roles' | 'seed' | 'synchronisation'>;

/** What a coordinator decides about a blind-first reading study. */
export interface ReadingStudySettings extends Readonly<FromStudy> {
  /** When it is made. */
  readonly created: Date;
}

/**
 * A study in which ECGs are read without, then with the explanation of a pack.
 *
 * @throws Problem where a case occurs twice, or a truth is none of the statements that can be chosen.
 */
export function createReadingStudy(
  { manifest, sha256 }: Pick<LoadedPack, 'manifest' | 'sha256'>,
  { created, ...settings }: ReadingStudySettings,
): ReadingStudy {
  const codes = new Set(settings.statements ?? manifest.statements.map(({ code }) => code));
  for (const { label, truth } of settings.cases) {
    const unknown = truth?.find((code) => !codes.has(code));
    if (unknown !== undefined) throw new Problem(`The study cannot be made: ${unknown} is true of ${label}, but readers cannot choose it.`);
  }
  const study = sealStudy({
    format: STUDY_FORMAT,
    formatVersion: STUDY_VERSION,
    kind: 'reading',
    ...settings,
    created: created.toISOString(),
    pack: { name: manifest.name, title: manifest.modelCard.title, sha256 },
  });
  // What is made must be what can be read.
  readStudy(JSON.stringify(study));
  return study;
}
