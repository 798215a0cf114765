import { useCallback, useId, useMemo, useRef, useState, type CSSProperties } from 'react';
import { toCoverage } from '../explanation/coverage';
import type { StatementExplanation } from '../explanation/explanation';
import { perBranch, type BranchName, type PerBranch } from '../model/branch';
import { ContributionTable } from './ContributionTable';
import { toCoverageSentence } from './coverageWords';
import { formatCount, formatError, formatLogit, formatProbability } from './format';
import type { LedgerMutes } from './MuteButton';
import { drawHatch } from './marks/drawHatch';
import { drawWaterfall } from './marks/drawWaterfall';
import { Mark } from './marks/Mark';
import './bars.css';
import './ContributionChart.css';
import type { PrototypeKey } from '../explanation/prototypeKey';
import { useWidth } from './useWidth';
import { isSelected, toWaterfall } from './waterfall';
import { WaterfallRowLabel } from './WaterfallRowLabel';

interface ContributionChartProps {
  readonly explanation: StatementExplanation;
  readonly selected: PrototypeKey | null;
  onSelect(key: PrototypeKey): void;
  /** How many prototypes of each branch have a row of their own at first; 3 unless given. */
  readonly topCount?: number;
  /** What of this the reader can mute, and has; without it nothing can be muted. */
  readonly mutes?: LedgerMutes;
  /** Whether rows are high enough for a finger. */
  readonly isTouch?: boolean;
}

/** How many more prototypes come to light at once. */
const STEP = 10;
const NONE: PerBranch<number> = perBranch(() => 0);
const ROW_HEIGHT = { mouse: 30, touch: 44 };
const MUTE_WIDTH = { mouse: 28, touch: 44 };
const HEAD_HEIGHT = 28;
/** From this width on, in CSS pixels, labels and values have room for their words. */
const ROOMY = 560;
const COLUMNS = { roomy: { label: 220, value: 136 }, narrow: { label: 136, value: 72 } };

/** How a statement's logit comes about: bias, the three branches with their strongest prototypes, logit, probability. */
export function ContributionChart(props: ContributionChartProps) {
  const { explanation, selected, onSelect, topCount = 3, mutes, isTouch = false } = props;
  const id = useId();
  const container = useRef<HTMLDivElement>(null);
  const width = useWidth(container, 380);
  const isRoomy = width >= ROOMY;
  const columns = isRoomy ? COLUMNS.roomy : COLUMNS.narrow;
  const pointer = isTouch ? 'touch' : 'mouse';
  const rowHeight = ROW_HEIGHT[pointer];
  const muteWidth = mutes ? MUTE_WIDTH[pointer] : 0;
  const barWidth = Math.max(60, width - columns.label - columns.value - muteWidth);
  const [extra, setExtra] = useState(NONE);
  const rows = useMemo(
    () => toWaterfall(explanation, perBranch((branch) => topCount + extra[branch]), selected),
    [explanation, topCount, extra, selected],
  );
  const named = rows.flatMap((row) => (row.kind === 'prototype' && !row.contribution.muted ? [row.contribution] : []));
  const moreOf = (othersCount: number): number => Math.min(STEP, othersCount);
  const showMore = (branch: BranchName): void => setExtra({ ...extra, [branch]: extra[branch] + STEP });
  const height = HEAD_HEIGHT + rows.length * rowHeight;
  const drawBars = useCallback(
    () => drawWaterfall(id, rows, { width: barWidth, rowHeight, headHeight: HEAD_HEIGHT }),
    [id, rows, barWidth, rowHeight],
  );

  const { code, logit, probability, threshold, predicted, contributions, sumError } = explanation;
  const mutedCount = contributions.filter(({ muted }) => muted).length;
  const isWhatIf = mutes?.isWhatIf ?? false;
  const geometry = {
    '--head-height': `${HEAD_HEIGHT}px`,
    '--row-height': `${rowHeight}px`,
    '--label-width': `${columns.label}px`,
    '--value-width': `${columns.value}px`,
    '--mute-width': `${muteWidth}px`,
  } as CSSProperties;
  return (
    <section className={isRoomy ? 'ledger is-roomy' : 'ledger'} aria-label={`Contributions to ${code}`}>
      <Legend code={code} />
      <div ref={container} className="ledger-body" style={geometry}>
        <span className="ledger-unit">logits</span>
        <svg className="ledger-bars" width={barWidth} height={height} viewBox={`0 0 ${barWidth} ${height}`} aria-hidden>
          <Mark draw={drawBars} />
        </svg>
        <ol className="ledger-rows">
          {rows.map((row) => (
            <WaterfallRowLabel
              key={row.kind === 'prototype' ? `${row.contribution.branch}/${row.contribution.index}` : rowKey(row)}
              row={row}
              code={code}
              selected={row.kind === 'prototype' && isSelected(row.contribution, selected)}
              onSelect={onSelect}
              moreOf={moreOf}
              onShowMore={showMore}
              mutes={mutes}
            />
          ))}
        </ol>
      </div>
      {extra !== NONE && (
        <button
          type="button"
          className="ledger-more"
          onClick={() => {
            // This button goes with the rows; the strongest prototype stays.
            container.current?.querySelector('button')?.focus();
            setExtra(NONE);
          }}
        >
          Show only the strongest {formatCount(topCount)} of each branch
        </button>
      )}
      <p className="ledger-coverage">{toCoverageSentence(toCoverage(explanation, named), 'prototype', code)}</p>
      <p className="ledger-result">
        {isWhatIf && 'What-if '}logit <b>{formatLogit(logit)}</b> → probability <b>{formatProbability(probability, threshold)}</b> (threshold{' '}
        {formatProbability(threshold)}): <b>{predicted ? 'predicted' : 'not predicted'}</b>
      </p>
      <p className="ledger-sum">
        {explanation.averageEcg ? 'average ECG' : 'bias'} + Σ {formatCount(contributions.length - mutedCount)} contributions
        {mutedCount > 0 && ' that are not muted'} = {isWhatIf && 'what-if '}logit (difference {formatError(sumError)})
      </p>
      <ContributionTable
        rows={rows}
        code={code}
        isRelative={explanation.averageEcg !== undefined}
        moreOf={moreOf}
        onShowMore={showMore}
        mutes={mutes}
      />
    </section>
  );
}

function rowKey(row: { readonly kind: string; readonly branch?: string }): string {
  return `${row.kind} ${row.branch ?? ''}`;
}

/** What the two kinds of bars mean, in words. */
function Legend({ code }: { readonly code: string }) {
  const id = useId();
  return (
    <p className="ledger-legend">
      <span>
        <svg className="ledger-swatch" width="18" height="12" aria-hidden>
          <rect className="waterfall-bar is-supporting" width="18" height="12" />
        </svg>
        supports {code}: raises the logit
      </span>
      <span>
        <svg className="ledger-swatch" width="18" height="12" aria-hidden>
          <Mark draw={useCallback(() => drawHatch(id), [id])} />
          <rect className="waterfall-bar is-opposing" x="0.5" y="0.5" width="17" height="11" fill={`url(#${id})`} />
        </svg>
        opposes: lowers it
      </span>
    </p>
  );
}
