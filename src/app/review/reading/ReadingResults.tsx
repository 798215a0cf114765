import { useMemo } from 'react';
import type { Accuracy } from '../../../review/reading/accuracy';
import type { ReadingTally } from '../../../review/reading/readingTally';
import { type ReadingSummary, summariseReadings } from '../../../review/reading/summariseReadings';
import type { ReaderFile } from '../../../review/readerFile';
import type { ReadingStudy } from '../../../review/study';
import { ChangeFigure } from '../../../viewer/review/ChangeFigure';
import type { ChangeRow } from '../../../viewer/review/changeRow';
import { useAppState } from '../../AppStoreContext';
import { DataTable } from '../merge/DataTable';
import './readingResults.css';
import { resultsText } from './resultsText';

interface ReadingResultsProps {
  readonly study: ReadingStudy;
  /** Answers to this study, a file a reader. */
  readonly readers: readonly ReaderFile[];
}

/** What came out of a blind-first reading study: how readings changed with the explanation, and whether to the better. */
export function ReadingResults({ study, readers }: ReadingResultsProps) {
  const pack = useAppState((state) => (state.pack.status === 'ready' && state.pack.pack.sha256 === study.pack.sha256 ? state.pack.pack : null));
  const summary = useMemo(
    () => summariseReadings(study, readers, pack && pack.manifest.statements.map(({ code }) => code)),
    [study, readers, pack],
  );
  const { all, caseCount, knownCaseCount } = summary;
  return (
    <section className="reading-results" aria-labelledby="reading-results-title">
      <h2 id="reading-results-title">{resultsText.title}</h2>
      <p>{resultsText.scope(readers.length, all.readCount, caseCount, knownCaseCount)}</p>
      {all.readCount === 0 ? (
        <p>{resultsText.nothing}</p>
      ) : (
        <>
          <p className="reading-limits">{resultsText.limits}</p>
          <Figures summary={summary} />
          <Readers summary={summary} />
          <Switches summary={summary} />
          <Pull tally={all} />
          <Statements summary={summary} />
        </>
      )}
    </section>
  );
}

function Figures({ summary }: { readonly summary: ReadingSummary }) {
  const { readers, all, isChoiceKnown } = summary;
  const tallies = [
    ...readers.map(({ reader, tally }, i) => ({ name: resultsText.reader(i + 1, reader.role), tally })),
    ...(readers.length > 1 ? [{ name: resultsText.all, tally: all }] : []),
  ];
  const sensitivity = toRows(tallies, ({ named, present }) => ({ count: named, of: present }));
  const specificity = isChoiceKnown ? toRows(tallies, ({ leftOut, absent }) => ({ count: leftOut, of: absent })) : [];
  if (sensitivity.length === 0) return null;
  return (
    <>
      <p className="quiet">{resultsText.key}</p>
      <div className="reading-figures">
        <section>
          <h3>{resultsText.sensitivity}</h3>
          <ChangeFigure title={resultsText.sensitivity} rows={sensitivity} />
        </section>
        {specificity.length > 0 && (
          <section>
            <h3>{resultsText.specificity}</h3>
            <ChangeFigure title={resultsText.specificity} rows={specificity} />
          </section>
        )}
      </div>
      {!isChoiceKnown && <p className="quiet">{resultsText.specificityUnknown}</p>}
    </>
  );
}

function toRows(
  tallies: readonly { readonly name: string; readonly tally: ReadingTally }[],
  toCount: (accuracy: Accuracy) => ChangeRow['before'],
): readonly ChangeRow[] {
  return tallies.flatMap(({ name, tally: { first, final } }) => {
    if (!first || !final) return [];
    const [before, after] = [toCount(first), toCount(final)];
    return before.of > 0 ? [{ name, before, after }] : [];
  });
}

function Readers({ summary: { readers } }: { readonly summary: ReadingSummary }) {
  return (
    <Results
      title={resultsText.byReader}
      note={resultsText.byReaderNote}
      head={[
        resultsText.name,
        resultsText.read,
        resultsText.timeAlone,
        resultsText.timeWith,
        resultsText.confidence,
        resultsText.changed,
        resultsText.wrongToRight,
        resultsText.rightToWrong,
        resultsText.mcNemar,
      ]}
      rows={readers.map(({ reader, tally, unexplainedCount, unreadCount }, i) => [
        resultsText.reader(i + 1, reader.role),
        resultsText.readOf(tally.readCount, unexplainedCount, unreadCount),
        resultsText.time(tally.firstMs),
        resultsText.time(tally.finalMs),
        `${resultsText.mean(tally.firstConfidence.mean)} → ${resultsText.mean(tally.finalConfidence.mean)}`,
        String(tally.changedCount),
        tally.byCase ? String(tally.byCase.wrongToRight) : resultsText.none,
        tally.byCase ? String(tally.byCase.rightToWrong) : resultsText.none,
        tally.byCase ? resultsText.p(tally.byCase.mcNemarP) : resultsText.none,
      ])}
    />
  );
}

function Switches({ summary: { all, gain } }: { readonly summary: ReadingSummary }) {
  const units = [
    { name: resultsText.byCase, switches: all.byCase },
    { name: resultsText.byStatement, switches: all.byStatement },
  ];
  const rows = units.flatMap(({ name, switches }) =>
    switches ? [[name, ...[switches.wrongToRight, switches.rightToWrong, switches.stayedRight, switches.stayedWrong].map(String)]] : [],
  );
  if (rows.length === 0) return null;
  return (
    <Results
      title={resultsText.switches}
      note={gain && resultsText.gain(gain.gain, gain.interval)}
      head={[resultsText.unit, resultsText.wrongToRight, resultsText.rightToWrong, resultsText.stayedRight, resultsText.stayedWrong]}
      rows={rows}
    />
  );
}

function Pull({ tally: { pull } }: { readonly tally: ReadingTally }) {
  if (!pull) return null;
  const { toward, away, rightAdvice, wrongAdvice } = pull;
  return (
    <section>
      <h3>{resultsText.pull}</h3>
      <p>{resultsText.pullCount(toward, away)}</p>
      {rightAdvice && <p>{resultsText.rightAdvice(rightAdvice)}</p>}
      {wrongAdvice && <p>{resultsText.wrongAdvice(wrongAdvice)}</p>}
    </section>
  );
}

function Statements({ summary: { statements } }: { readonly summary: ReadingSummary }) {
  const rows = statements.flatMap(({ code, tally: { first, final } }) =>
    first && final
      ? [
          [
            code,
            String(first.present),
            resultsText.change(first.named, final.named),
            resultsText.change(first.absent - first.leftOut, final.absent - final.leftOut),
          ],
        ]
      : [],
  );
  if (rows.length === 0) return null;
  return (
    <Results
      title={resultsText.byStatementTitle}
      head={[resultsText.statement, resultsText.present, resultsText.named, resultsText.falseAlarms]}
      rows={rows}
    />
  );
}

interface ResultsProps {
  readonly title: string;
  readonly head: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly string[])[];
  readonly note?: string | null;
}

function Results({ title, head, rows, note = null }: ResultsProps) {
  return (
    <section>
      <h3>{title}</h3>
      <DataTable label={title} head={head} rows={rows.map((cells) => ({ key: cells[0]!, cells }))} />
      {note !== null && <p className="quiet">{note}</p>}
    </section>
  );
}
