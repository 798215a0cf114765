import { extent, scaleLinear } from 'd3';
import { type CSSProperties, useCallback, useId, useMemo, useRef } from 'react';
import type { ComparedRow } from '../explanation/compareExplanations';
import { type PrototypeKey, toPrototypeName } from '../explanation/prototypeKey';
import type { BranchName } from '../model/branch';
import './bars.css';
import './ComparedLedger.css';
import { formatCount, formatLogit, formatTick } from './format';
import { type ComparedBarBox, drawComparedBars } from './marks/drawComparedBars';
import { drawHatch } from './marks/drawHatch';
import { Mark } from './marks/Mark';
import { useWidth } from './useWidth';
import { isSelected } from './waterfall';

interface ComparedLedgerProps {
  readonly code: string;
  readonly rows: readonly ComparedRow[];
  readonly selected: PrototypeKey | null;
  /** Brings the strongest of a branch's others to light. */
  onSelect(key: PrototypeKey): void;
  onShowMore(branch: BranchName): void;
  /** Whether rows are high enough for a finger. */
  readonly isTouch?: boolean;
}

const ROW_HEIGHT = { mouse: 34, touch: 46 };
/** Space at both ends of the axis, for the outer numbers. */
const PADDING = 16;
const TICK_SPACING = 70;
const AXIS_HEIGHT = 20;
/** From this width on, in CSS pixels, labels have room for their words. */
const ROOMY = 600;
const COLUMNS = { roomy: { label: 208, value: 76 }, narrow: { label: 86, value: 62 } };

/** The ledgers of one statement in two ECGs as one table: each part at the same place, on one axis of logits, and the difference. */
export function ComparedLedger({ code, rows, selected, onSelect, onShowMore, isTouch = false }: ComparedLedgerProps) {
  const id = useId();
  const hatchId = `${id}-hatch`;
  const container = useRef<HTMLDivElement>(null);
  const width = useWidth(container, 640);
  const isRoomy = width >= ROOMY;
  const columns = isRoomy ? COLUMNS.roomy : COLUMNS.narrow;
  const barWidth = Math.max(48, width - columns.label - 3 * columns.value);
  const height = ROW_HEIGHT[isTouch ? 'touch' : 'mouse'];
  const { x, ticks } = useMemo(() => {
    const [lowest, highest] = extent([0, ...rows.flatMap(({ one, other }) => [one, other])]) as [number, number];
    const scale = scaleLinear([lowest, highest > lowest ? highest : lowest + 1], [PADDING, barWidth - PADDING]);
    return { x: scale, ticks: [...new Set([0, ...scale.ticks(Math.max(1, Math.floor(barWidth / TICK_SPACING)))])] };
  }, [rows, barWidth]);
  const geometry = {
    '--compared-label': `${columns.label}px`,
    '--compared-value': `${columns.value}px`,
    '--compared-row': `${height}px`,
  } as CSSProperties;
  return (
    <div ref={container} className={isRoomy ? 'compared-ledger is-roomy' : 'compared-ledger'} style={geometry}>
      <p className="compared-legend" aria-hidden="true">
        <Swatches hatchId={hatchId} name="This ECG" isCompared={false} />
        <Swatches hatchId={hatchId} name="Compared ECG" isCompared />
        <span>right: supports {code}, left: opposes</span>
      </p>
      <table>
        <caption>Contributions to {code} in both ECGs, in logits</caption>
        <thead>
          <tr>
            <th scope="col" className="compared-label">
              Part
            </th>
            <td aria-hidden="true">
              <svg width={barWidth} height={AXIS_HEIGHT} className="waterfall-axis">
                <Mark draw={useCallback(() => drawHatch(hatchId), [hatchId])} />
                {ticks.map((tick) => (
                  <text key={tick} x={x(tick)} y={AXIS_HEIGHT - 6} textAnchor="middle">
                    {formatTick(tick)}
                  </text>
                ))}
              </svg>
            </td>
            <th scope="col">This ECG</th>
            <th scope="col">Compared</th>
            <th scope="col">{isRoomy ? 'Difference' : 'Apart'}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className={toClass(row, selected)}>
              <th scope="row" className="compared-label">
                <Label row={row} selected={selected} onSelect={onSelect} onShowMore={onShowMore} />
              </th>
              <td aria-hidden="true" className="compared-cell">
                <Bars row={row} width={barWidth} x={x} ticks={ticks} height={height} isTotal={row.kind === 'logit'} hatchId={hatchId} />
              </td>
              <td>{formatLogit(row.one)}</td>
              <td>{formatLogit(row.other)}</td>
              <td className="compared-difference">{formatLogit(row.difference)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Bars({ row, width, ...box }: ComparedBarBox & { readonly row: ComparedRow; readonly width: number }) {
  const { x, ticks, height, isTotal, hatchId } = box;
  const draw = useCallback(
    () => drawComparedBars(row, { x, ticks, height, isTotal, hatchId }),
    [row, x, ticks, height, isTotal, hatchId],
  );
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <Mark draw={draw} />
    </svg>
  );
}

function Swatches({ hatchId, name, isCompared }: { readonly hatchId: string; readonly name: string; readonly isCompared: boolean }) {
  const outline = isCompared ? ' is-compared' : '';
  return (
    <span>
      <svg width="38" height="12">
        <rect className={`waterfall-bar is-opposing${outline}`} x="1" y="1" width="17" height="10" fill={isCompared ? undefined : `url(#${hatchId})`} />
        <rect className={`waterfall-bar is-supporting${outline}`} x="20" y="1" width="17" height="10" />
      </svg>{' '}
      {name}
    </span>
  );
}

type LabelProps = Pick<ComparedLedgerProps, 'selected' | 'onSelect' | 'onShowMore'> & { readonly row: ComparedRow };

function Label({ row, selected, onSelect, onShowMore }: LabelProps) {
  if (row.kind === 'prototype') {
    const { branch, index, classes } = row.here;
    const name = toPrototypeName(row.here);
    return (
      <button
        type="button"
        aria-label={`${name}, ${classes.join(' + ')}`}
        aria-pressed={isSelected(row.here, selected)}
        onClick={() => onSelect({ branch, index })}
      >
        <span className="compared-branch">{branch}/</span>
        {index} <span className="compared-classes">{classes.join(' + ')}</span>
      </button>
    );
  }
  if (row.kind === 'others' && row.notableCount > 0) {
    const { branch } = row;
    return (
      <button
        type="button"
        className="compared-more"
        aria-label={`${branch}, ${toLabel(row)}: show more`}
        title="Show more"
        onClick={({ currentTarget }) => {
          // The row may go with the last of the others, and the reader's place must not go with it.
          currentTarget.closest('tr')?.previousElementSibling?.querySelector('button')?.focus();
          onShowMore(branch);
        }}
      >
        {toLabel(row)}
      </button>
    );
  }
  return toLabel(row);
}

function toLabel(row: Exclude<ComparedRow, { kind: 'prototype' }>): string {
  switch (row.kind) {
    case 'bias':
      return row.isAverage ? 'Average ECG' : 'Bias';
    case 'branch':
      return row.branch[0]!.toUpperCase() + row.branch.slice(1);
    case 'others':
      return `${formatCount(row.prototypeCount)} ${row.prototypeCount === 1 ? 'other' : 'others'}`;
    case 'logit':
      return 'Logit';
  }
}

function toClass(row: ComparedRow, selected: PrototypeKey | null): string {
  return row.kind === 'prototype' && isSelected(row.here, selected) ? 'is-prototype is-selected' : `is-${row.kind}`;
}

function keyOf(row: ComparedRow): string {
  if (row.kind === 'prototype') return toPrototypeName(row.here);
  return 'branch' in row ? `${row.kind} ${row.branch}` : row.kind;
}
