import { useEffect, useMemo } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import { foldReadings } from '../../../review/reading/caseState';
import { findNextCase } from '../../../review/reading/findNextCase';
import type { ReadingStudy } from '../../../review/study';
import type { OpenReview } from '../../../store/review/state';
import { useActions, useAppState } from '../../AppStoreContext';
import { useReviewActions } from '../../ReviewContext';
import { SavingLine } from '../SavingLine';
import { CaseReading } from './CaseReading';
import './reading.css';
import { ReadingStart } from './ReadingStart';
import { readingText } from './readingText';
import type { ChoosableStatement } from './StatementChoice';
import { useClosingOnLeave } from './useClosingOnLeave';
import { useStudyEcgs } from './useStudyEcgs';

interface ReadingSessionProps {
  readonly open: Extract<OpenReview, { readonly kind: 'reading' }>;
}

/** A blind-first reading study as one reader goes through it: each ECG alone, then with the explanation. */
export function ReadingSession({ open }: ReadingSessionProps) {
  const { study, order, folded, place } = open;
  const { nextCase, closeCase } = useReviewActions();
  const { endComparison } = useActions();
  const pack = useAppState((state) => state.pack);
  const ecgs = useStudyEcgs(study);
  const cases = useMemo(() => foldReadings(study, order, folded), [study, order, folded]);
  useClosingOnLeave(cases, ecgs);
  useEffect(endComparison, [endComparison]);
  const statements = pack.status === 'ready' ? pack.pack.manifest.statements : null;
  const choice = useMemo(() => toChoice(study, statements ?? []), [study, statements]);
  const isModelOpen = pack.status === 'ready' && pack.pack.sha256 === study.pack.sha256;

  const isHere = (at: number): boolean => ecgs.idOf.has(at);
  const shown = cases.find((state) => state.place === place);
  const entryId = place === null ? undefined : ecgs.idOf.get(place);
  const isReading = shown !== undefined && shown.asks !== 'nothing' && entryId !== undefined && isModelOpen && !folded.isLocked;
  const readCount = cases.filter(({ asks }) => asks === 'nothing').length;
  return (
    <div className="reading-session">
      <div className="reading-head">
        <h2>{study.title}</h2>
        {isReading && <strong>{shown.label}</strong>}
        <ProgressBar className="reading-progress" aria-label={readingText.progressLabel} value={readCount} maxValue={cases.length} valueLabel={readingText.progress(readCount, cases.length)}>
          {({ valueText, percentage }) => (
            <>
              <span>{valueText}</span>
              <span className="progress">
                <span className="progress-fill" style={{ inlineSize: `${percentage}%` }} />
              </span>
            </>
          )}
        </ProgressBar>
        <SavingLine isEmpty={open.entries.length === 0} />
        {isReading && (
          <Button className="button" onPress={closeCase}>
            {readingText.pause}
          </Button>
        )}
      </div>
      {isReading ? (
        <CaseReading
          key={shown.place}
          state={shown}
          entryId={entryId}
          choice={choice}
          onDone={() => nextCase(isHere)}
        />
      ) : (
        <ReadingStart
          study={study}
          cases={cases}
          ecgs={ecgs}
          next={findNextCase(cases, place, isHere)}
          isLocked={folded.isLocked}
          isModelOpen={isModelOpen}
          onBegin={() => nextCase(isHere)}
        />
      )}
    </div>
  );
}

/** The statements that a study offers, with what the pack says of them; those that it does not know stand under their codes. */
function toChoice({ statements }: ReadingStudy, known: readonly ChoosableStatement[]): readonly ChoosableStatement[] {
  if (statements === null) return known;
  return statements.map((code) => known.find((one) => one.code === code) ?? { code, description: '', group: 'Other' });
}
