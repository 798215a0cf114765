import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { QuestionSummary } from '../../../review/merge/summariseScores';
import type { StudySummary } from '../../../review/merge/summariseStudy';
import { formatMean } from '../../../viewer/review/formatMean';
import { ScoreFigure } from '../../../viewer/review/ScoreFigure';
import { ToggleChoice } from '../../ToggleChoice';
import { mergeText } from './mergeText';
import { ResultSection } from './ResultSection';

const words = mergeText.scores;

/** So many classes are shown before all are asked for. */
const LOWEST_CLASSES = 12;

/** How scores are distributed, by branch and by class, one question at a time. */
export function ScoresSection({ summary: { questions } }: { readonly summary: StudySummary }) {
  const [chosen, setChosen] = useState(questions[0]!.question);
  const [isAll, setAll] = useState(false);
  const summary = questions.find(({ question }) => question === chosen) ?? questions[0]!;
  const { classes } = summary;
  const isLong = classes.length > LOWEST_CLASSES;
  return (
    <ResultSection id="merge-scores" title={words.title}>
      {questions.length > 1 && (
        <ToggleChoice
          label={words.chooseQuestion}
          options={questions.map(({ question }) => question)}
          nameOf={mergeText.question}
          value={summary.question}
          onChange={setChosen}
        />
      )}
      <QuestionScores summary={isAll || !isLong ? summary : { ...summary, classes: classes.slice(0, LOWEST_CLASSES) }} width={null} />
      {isLong && (
        <Button className="button" onPress={() => setAll(!isAll)}>
          {isAll ? words.showLowest(LOWEST_CLASSES) : words.showAll(classes.length)}
        </Button>
      )}
      <p className="quiet">{words.note}</p>
    </ResultSection>
  );
}

/** So many rows fit a page of paper; a figure must not be cut through by its end. */
const ROWS_A_PAGE = 30;

function toPages<Row>(rows: readonly Row[], isOnPaper: boolean): readonly (readonly Row[])[] {
  if (!isOnPaper) return [rows];
  const count = Math.ceil(rows.length / ROWS_A_PAGE);
  return Array.from({ length: count }, (_, page) => rows.slice(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE));
}

interface QuestionScoresProps {
  readonly summary: QuestionSummary;
  /** Of the figures, in CSS pixels; null: as wide as there is room. */
  readonly width: number | null;
}

/** The scores of one question: all, by branch and by class. */
export function QuestionScores({ summary: { question, all, branches, classes }, width }: QuestionScoresProps) {
  const rows = branches.length > 1 ? [{ ...all, name: words.all }, ...branches] : [{ ...all, name: words.all }];
  return (
    <>
      <p>
        {mergeText.question(question)}. {words.summary(formatMean(all.mean, all.standardDeviation), all.count, all.cannotJudgeCount)}
      </p>
      <ScoreFigure rows={rows} title={words.figure(question, words.byBranch)} width={width} />
      <h3>{words.figure(question, words.byClass)}</h3>
      {toPages(classes, width !== null).map((page) => (
        <ScoreFigure key={page[0]!.name} rows={page} scaled={classes} title={words.figure(question, words.byClass)} width={width} />
      ))}
    </>
  );
}
