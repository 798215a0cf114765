import { useCallback, useId, useMemo } from 'react';
import type { StatementExplanation } from '../explanation/explanation';
import { type PrototypeKey, toPrototypeName } from '../explanation/prototypeKey';
import { perBranch } from '../model/branch';
import './bars.css';
import './ContributionFigure.css';
import { contributionHeight, drawContributions } from './contributionMarks';
import { formatLogit } from './format';
import { Mark } from './marks/Mark';
import { toWaterfall } from './waterfall';
import { toRowName } from './waterfallWords';

interface ContributionFigureProps {
  readonly explanation: StatementExplanation;
  readonly selected: PrototypeKey | null;
  /** How many prototypes of each branch have a row of their own. */
  readonly topCount: number;
  /** In CSS pixels. */
  readonly width: number;
  readonly rowHeight: number;
  /** Whether it shows what the model would say without some of its parts. */
  readonly isWhatIf: boolean;
  /** Without the words behind the numbers and the lines below the bars, which stand elsewhere on the page. */
  readonly isCompact: boolean;
}

/** The chart of contributions as one picture without anything to press: for files and paper. */
export function ContributionFigure({ explanation, selected, topCount, width, rowHeight, isWhatIf, isCompact }: ContributionFigureProps) {
  const id = useId();
  const rows = useMemo(
    () => toWaterfall(explanation, perBranch(() => topCount), selected),
    [explanation, topCount, selected],
  );
  const height = contributionHeight(rows.length, { rowHeight, isCompact });
  const draw = useCallback(
    () => drawContributions(id, explanation, rows, { width, rowHeight, isWhatIf, isCompact }),
    [id, explanation, rows, width, rowHeight, isWhatIf, isCompact],
  );
  const words = rows.map((row) => {
    const name = row.kind === 'prototype' ? toPrototypeName(row.contribution) : toRowName(row);
    return row.muted === undefined ? `${name} ${formatLogit(row.value)}` : `${name} muted, would be ${formatLogit(row.muted)}`;
  });
  return (
    <svg
      className="contribution-figure"
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <title id={`${id}-title`}>{`${isWhatIf ? 'What if: contributions' : 'Contributions'} to ${explanation.code}`}</title>
      <desc id={`${id}-desc`}>{`In logits: ${words.join('; ')}.`}</desc>
      <Mark draw={draw} />
    </svg>
  );
}
