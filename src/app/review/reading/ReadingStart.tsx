import { Button } from 'react-aria-components';
import type { CaseState } from '../../../review/reading/caseState';
import type { ReadingStudy } from '../../../review/study';
import { FileButton } from '../../FileButton';
import { goTo } from '../../usePlace';
import { readingText } from './readingText';
import { StudyModel } from './StudyModel';
import type { StudyEcgs } from './useStudyEcgs';

interface ReadingStartProps {
  readonly study: ReadingStudy;
  readonly cases: readonly CaseState[];
  readonly ecgs: StudyEcgs;
  /** What would be read next of the ECGs that are here; undefined where nothing is left of them. */
  readonly next: CaseState | undefined;
  readonly isLocked: boolean;
  /** Whether the model that explains the study's ECGs is open. */
  readonly isModelOpen: boolean;
  readonly onBegin: () => void;
}

/** Before and between readings: which of the study's ECGs are here, what is missing, and how to go on. */
export function ReadingStart({ study, cases, ecgs, next, isLocked, isModelOpen, onBegin }: ReadingStartProps) {
  const { missing, foreign, refused, unknownIds } = ecgs;
  const isAllRead = cases.every(({ asks }) => asks === 'nothing');
  // Whoever has read an ECG needs its file no more.
  const wanted = missing.filter((place) => cases.some((state) => state.place === place && state.asks !== 'nothing'));
  const isBegun = cases.some(({ first }) => first !== null);
  if (isLocked || isAllRead) {
    return (
      <section className="panel reading-start" aria-labelledby="reading-start-title">
        <h2 id="reading-start-title">{isLocked ? readingText.locked : readingText.allRead(cases.length)}</h2>
        <Button className="button primary" onPress={() => goTo({ mode: 'review', page: 'home' })}>
          {readingText.handInAnswers}
        </Button>
      </section>
    );
  }
  return (
    <div className="reading-start">
      <p className="reading-how">{readingText.how}</p>
      <section className="panel" aria-labelledby="study-ecgs-title">
        <h2 id="study-ecgs-title">{readingText.ecgs}</h2>
        <div role="status">
          <p>{readingText.here(cases.length - wanted.length, cases.length)}</p>
          {unknownIds.length > 0 && <p>{readingText.reading(unknownIds.length)}</p>}
          {wanted.length > 0 && wanted.length < cases.length && (
            <p>{readingText.missing(wanted.map((place) => study.cases[place]!.label))}</p>
          )}
        </div>
        {wanted.length > 0 && (
          <FileButton
            label={wanted.length < cases.length ? readingText.giveMore : readingText.give}
            primary={wanted.length === cases.length}
          />
        )}
        {foreign.length > 0 && <p>{readingText.foreign(foreign)}</p>}
        {refused.length > 0 && (
          <ul>
            {refused.map(({ name, sentence }) => (
              <li key={`${name} ${sentence}`}>{readingText.refused(name, sentence)}</li>
            ))}
          </ul>
        )}
        <p className="quiet">{readingText.known}</p>
      </section>
      <StudyModel study={study} isOpen={isModelOpen} />
      {next && isModelOpen && unknownIds.length === 0 && (
        <Button className="button primary" onPress={onBegin}>
          {isBegun ? readingText.goOn(next.label, next.asks === 'final') : readingText.begin}
        </Button>
      )}
      {!next && wanted.length < cases.length && <p>{readingText.allHereRead}</p>}
      <p className="quiet">{readingText.leaving}</p>
    </div>
  );
}
