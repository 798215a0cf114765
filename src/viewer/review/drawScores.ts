import { create, scaleLinear, type ScaleLinear, type Selection } from 'd3';
import { formatCount, formatShare } from '../format';
import { formatMean } from './formatMean';
import type { ScoreLayout } from './scoreLayout';
import { type ScoreRow, sidesOf } from './scoreRow';

const BAR_HEIGHT = 18;
const KEY_WIDTH = 24;
const KEY_TOP = 4;
/** A share is written into its bar from this width on, in CSS pixels. */
const LEAST_LABELLED = 32;
const LOWEST = 1;
const HIGHEST = 5;
const DOT_RADIUS = 4;

type Group = Selection<SVGGElement, undefined, null, undefined>;

/** The height of a figure of so many rows, in CSS pixels. */
export function scoresHeight(rowCount: number, { headHeight, rowHeight }: ScoreLayout): number {
  return headHeight + rowCount * rowHeight + 4;
}

/**
 * How scores are distributed, a row a class: bars of the scores 1 to 5 to either side of the middle of the scale, the mean
 * with its standard deviation, how many scores there are, and how often somebody could not judge.
 *
 * @param scaled the rows that bars have room for, where the figure is one of several on one scale.
 */
export function drawScores(rows: readonly ScoreRow[], layout: ScoreLayout, scaled: readonly ScoreRow[] = rows): SVGGElement {
  const group = create<SVGGElement>('svg:g').attr('class', 'scores');
  const sides = scaled.map(sidesOf);
  const x = toShareScale(Math.max(0.1, ...sides.map(({ disagree }) => disagree)), Math.max(0.1, ...sides.map(({ agree }) => agree)), layout);
  const bottom = scoresHeight(rows.length, layout) - 4;
  drawKey(group, x(0), layout);
  const means = layout.means && scaleLinear([LOWEST, HIGHEST], [...layout.means]);
  if (means) drawMeansAxis(group, means, layout, bottom);
  // Behind the bars, so that no number in them is struck through.
  group.append('path').attr('class', 'scores-middle').attr('d', `M${x(0)},${layout.headHeight - 4}V${bottom}`);
  rows.forEach((row, place) => drawRow(group, row, layout.headHeight + (place + 0.5) * layout.rowHeight, x, means, layout));
  return group.node()!;
}

/** Shares of scores, zero at the middle of the scale; both sides have the same unit. */
function toShareScale(disagree: number, agree: number, { bars: [start, end] }: ScoreLayout): ScaleLinear<number, number> {
  return scaleLinear([-disagree, agree], [start, end]);
}

/** The five scores over the middle line, with the words at their ends; over the other columns their names. */
function drawKey(group: Group, middle: number, { bars: [start, end], means, headHeight, ...columns }: ScoreLayout): void {
  const key = group.append('g').attr('class', 'scores-key');
  const width = 5 * KEY_WIDTH;
  const left = Math.min(Math.max(start, middle - width / 2), end - width);
  const top = means ? KEY_TOP : KEY_TOP + 16;
  for (let score = LOWEST; score <= HIGHEST; score++) {
    const at = left + (score - 1) * KEY_WIDTH;
    drawPart(key, score, at, top, KEY_WIDTH, String(score));
  }
  const write = (words: string, at: number, anchor: string, y: number) =>
    key.append('text').attr('class', 'scores-words').attr('x', at).attr('y', y).attr('text-anchor', anchor).text(words);
  if (means) {
    write('strongly disagree', left - 8, 'end', top + 13);
    write('strongly agree', left + width + 8, 'start', top + 13);
    write('Mean ± SD', columns.meanEnd, 'end', top + 13);
    write('n', columns.countEnd, 'end', top + 13);
    write('cannot', columns.cannotJudgeEnd, 'end', top + 13);
    write('judge', columns.cannotJudgeEnd, 'end', top + 27);
  } else {
    write('disagree', left, 'start', 12);
    write('agree', left + width, 'end', 12);
    write('Mean ± SD', columns.meanEnd, 'end', headHeight - 22);
  }
}

function drawMeansAxis(group: Group, x: ScaleLinear<number, number>, { headHeight }: ScoreLayout, bottom: number): void {
  const axis = group.append('g').attr('class', 'scores-axis');
  for (let score = LOWEST; score <= HIGHEST; score++) {
    axis.append('path').attr('d', `M${x(score)},${headHeight - 4}V${bottom}`);
    axis.append('text').attr('x', x(score)).attr('y', headHeight - 10).attr('text-anchor', 'middle').text(score);
  }
}

function drawRow(
  group: Group,
  row: ScoreRow,
  middle: number,
  x: ScaleLinear<number, number>,
  means: ScaleLinear<number, number> | null,
  layout: ScoreLayout,
): void {
  const own = group.append('g').attr('class', 'scores-row');
  // Where the columns of numbers have no room, they stand below the bar.
  const line = means ? middle : middle - 7;
  const write = (words: string, at: number, y = line, name = 'scores-number') =>
    own.append('text').attr('class', name).attr('x', at).attr('y', y + 4).attr('text-anchor', 'end').text(words);
  write(row.name, layout.nameEnd, line, 'scores-name');
  let start = -sidesOf(row).disagree;
  row.histogram.forEach((count, i) => {
    const share = row.count === 0 ? 0 : count / row.count;
    const [left, right] = [x(start), x(start + share)];
    if (count > 0) drawPart(own, i + 1, left, line - BAR_HEIGHT / 2, right - left, right - left >= LEAST_LABELLED ? formatShare(share) : '');
    start += share;
  });
  write(formatMean(row.mean, row.standardDeviation), layout.meanEnd);
  if (means) {
    write(formatCount(row.count), layout.countEnd);
    write(formatCount(row.cannotJudgeCount), layout.cannotJudgeEnd);
    if (row.mean !== null) drawMean(own, means, row.mean, row.standardDeviation ?? 0, middle);
  } else {
    write(`n ${formatCount(row.count)}, cannot judge ${formatCount(row.cannotJudgeCount)}`, layout.width, line + 20, 'scores-words');
  }
}

function drawMean(own: Group, x: ScaleLinear<number, number>, mean: number, deviation: number, middle: number): void {
  const [low, high] = [Math.max(LOWEST, mean - deviation), Math.min(HIGHEST, mean + deviation)];
  own.append('path').attr('class', 'scores-deviation').attr('d', `M${x(low)},${middle}H${x(high)}`);
  own.append('circle').attr('class', 'scores-mean').attr('cx', x(mean)).attr('cy', middle).attr('r', DOT_RADIUS);
}

/** One score's part of a bar, with what is written into it. */
function drawPart(own: Group, score: number, left: number, top: number, width: number, label: string): void {
  const part = own.append('g').attr('class', `scores-part is-${score}`);
  part
    .append('rect')
    .attr('x', left + 0.5)
    .attr('y', top + 0.5)
    .attr('width', Math.max(1, width - 1))
    .attr('height', BAR_HEIGHT - 1);
  if (label === '') return;
  part
    .append('text')
    .attr('x', left + width / 2)
    .attr('y', top + BAR_HEIGHT / 2 + 4)
    .attr('text-anchor', 'middle')
    .text(label);
}
