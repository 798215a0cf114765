import { create } from 'd3';
import type { StatementExplanation } from '../explanation/explanation';
import { toPrototypeName } from '../explanation/prototypeKey';
import { formatCount, formatError, formatLogit, formatProbability, formatSign } from './format';
import { drawWaterfall } from './marks/drawWaterfall';
import type { WaterfallRow } from './waterfall';
import { toRowName } from './waterfallWords';

/** The measures of a chart of contributions with its words, in CSS pixels. */
export interface ContributionBox {
  readonly width: number;
  readonly rowHeight: number;
  readonly isWhatIf: boolean;
  /** Without the words behind the numbers and the lines below the bars, which stand elsewhere on the page. */
  readonly isCompact: boolean;
}

const COLUMNS = { full: { label: 190, value: 112 }, compact: { label: 158, value: 52 } };
const INDENT = 10;
const HEAD_HEIGHT = 40;
const FOOT_LINE = 16;
/** What a character takes at most on average at 12 px: labels are cut before they run into the bars. */
const CHARACTER = 7.2;
/** Lowers text so that its middle lies on a line. */
const HALF_TEXT = 4;

/** The height of the chart, in CSS pixels. */
export function contributionHeight(rowCount: number, { rowHeight, isCompact }: Pick<ContributionBox, 'rowHeight' | 'isCompact'>): number {
  return HEAD_HEIGHT + rowCount * rowHeight + (isCompact ? 0 : 2 * FOOT_LINE + 8);
}

/** The waterfall with names, values, legend and sum: everything the chart says, in marks alone, for files and paper. */
export function drawContributions(
  id: string,
  explanation: StatementExplanation,
  rows: readonly WaterfallRow[],
  { width, rowHeight, isWhatIf, isCompact }: ContributionBox,
): SVGGElement {
  const group = create<SVGGElement>('svg:g');
  const { label: labelWidth, value: valueWidth } = isCompact ? COLUMNS.compact : COLUMNS.full;
  const bars = { width: width - labelWidth - valueWidth, rowHeight, headHeight: HEAD_HEIGHT };
  const write = (words: string, x: number, y: number, className: string, anchor = 'start') =>
    group.append('text').attr('class', `chart-text ${className}`).attr('x', x).attr('y', y).attr('text-anchor', anchor).text(words);
  const swatch = (x: number, sign: 'supporting' | 'opposing') =>
    group
      .append('rect')
      .attr('class', `waterfall-bar is-${sign}`)
      .attr('x', x)
      .attr('y', 3)
      .attr('width', 14)
      .attr('height', 10)
      .attr('fill', sign === 'opposing' ? `url(#${id}-hatch)` : null);

  group
    .append('g')
    .attr('transform', `translate(${labelWidth},0)`)
    .append(() => drawWaterfall(id, rows, bars));
  swatch(0.5, 'supporting');
  write(`supports ${explanation.code}`, 20, 12, 'is-quiet');
  swatch(labelWidth + 0.5, 'opposing');
  write('opposes it', labelWidth + 20, 12, 'is-quiet');
  write('logits', 0, HEAD_HEIGHT - 8, 'is-quiet');

  rows.forEach((row, i) => {
    const y = HEAD_HEIGHT + (i + 0.5) * rowHeight + HALF_TEXT;
    const isSum = row.kind === 'branch' || row.kind === 'logit';
    if (isSum) group.append('path').attr('class', 'chart-line').attr('d', `M0,${HEAD_HEIGHT + i * rowHeight}H${width}`);
    const indent = row.kind === 'prototype' || row.kind === 'others' ? INDENT : 0;
    write(cut(toName(row), labelWidth - indent), indent, y, isSum ? 'is-strong' : '');
    write(toValue(row, isCompact), width, y, isSum ? 'is-strong' : '', 'end');
  });

  if (!isCompact) {
    const foot = HEAD_HEIGHT + rows.length * rowHeight + FOOT_LINE;
    const [result, sum] = toSumLines(explanation, isWhatIf);
    write(result, 0, foot, 'is-strong');
    write(sum, 0, foot + FOOT_LINE, 'is-quiet');
  }
  return group.node()!;
}

function toValue({ kind, value, muted }: WaterfallRow, isCompact: boolean): string {
  if (muted !== undefined) return `(${formatLogit(muted)})${isCompact ? '' : ' muted'}`;
  return formatLogit(value) + (isCompact || kind === 'logit' ? '' : ` ${formatSign(value)}`);
}

function toSumLines(explanation: StatementExplanation, isWhatIf: boolean): readonly [string, string] {
  const { logit, probability, threshold, predicted, contributions, sumError, averageEcg } = explanation;
  const result = predicted ? 'predicted' : 'not predicted';
  const mutedCount = contributions.filter(({ muted }) => muted).length;
  return [
    `${isWhatIf ? 'What-if logit' : 'logit'} ${formatLogit(logit)} → probability ${formatProbability(probability, threshold)} (threshold ${formatProbability(threshold)}): ${result}`,
    `${averageEcg ? 'average ECG' : 'bias'} + Σ ${formatCount(contributions.length - mutedCount)} contributions${mutedCount > 0 ? ' that are not muted' : ''} = ` +
      `${isWhatIf ? 'what-if ' : ''}logit (difference ${formatError(sumError)})`,
  ];
}

function toName(row: WaterfallRow): string {
  return row.kind === 'prototype' ? `${toPrototypeName(row.contribution)} ${row.contribution.classes.join(' + ')}` : toRowName(row);
}

function cut(words: string, width: number): string {
  const most = Math.floor(width / CHARACTER);
  return words.length <= most ? words : `${words.slice(0, most - 1)}…`;
}
