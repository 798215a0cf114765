import { create, scaleLinear } from 'd3';
import type { SimilarityDistribution } from '../../model/protocol';
import { formatNumber } from '../format';

/** How similar a number of ECGs are to a prototype, under a name. */
export interface SimilarityRow {
  readonly name: string;
  readonly distribution: SimilarityDistribution;
}

const ROW_HEIGHT = 28;
const AXIS_HEIGHT = 22;
/** Room above the rows for the patient's label. */
const HEAD_HEIGHT = 20;
const PADDING = 12;
const BOX_HEIGHT = 12;
const TICK_SPACING = 70;
/** Space left free beyond the outermost value, as a share of the range. */
const AIR = 0.04;

/** The height of a strip of so many rows, in CSS pixels. */
export function similarityStripHeight(rows: number): number {
  return HEAD_HEIGHT + rows * ROW_HEIGHT + AXIS_HEIGHT;
}

/**
 * Similarities of ECGs, a row a distribution on one axis: a line from the lowest to the highest known percentile, a box over
 * the middle half, a stroke at the median; and the patient's own similarity through all rows.
 *
 * @param percents which percentiles the distributions hold, rising.
 */
export function drawSimilarityStrip(
  rows: readonly SimilarityRow[],
  percents: readonly number[],
  patient: { readonly similarity: number; readonly label: string },
  width: number,
): SVGGElement {
  const known = [patient.similarity, ...rows.flatMap(({ distribution }) => distribution.similarities)];
  const [lowest, highest] = [Math.min(...known), Math.max(...known)];
  const air = AIR * (highest - lowest || 1);
  const x = scaleLinear([lowest - air, highest + air], [PADDING, width - PADDING]);
  const bottom = HEAD_HEIGHT + rows.length * ROW_HEIGHT;
  const group = create<SVGGElement>('svg:g').attr('class', 'similarity-strip');

  const axis = group.append('g').attr('class', 'similarity-axis');
  for (const tick of x.ticks(Math.max(2, Math.floor(width / TICK_SPACING)))) {
    axis.append('path').attr('d', `M${x(tick)},${HEAD_HEIGHT}V${bottom + 4}`);
    axis.append('text').attr('x', x(tick)).attr('y', bottom + 17).attr('text-anchor', 'middle').text(formatNumber(tick));
  }

  rows.forEach(({ distribution: { similarities } }, i) => {
    const middle = HEAD_HEIGHT + (i + 0.5) * ROW_HEIGHT;
    const at = (percent: number): number | undefined => similarities[percents.indexOf(percent)];
    const row = group.append('g').attr('class', i === 0 ? 'similarity-row is-with' : 'similarity-row');
    row.append('path').attr('class', 'similarity-range').attr('d', `M${x(similarities[0]!)},${middle}H${x(similarities.at(-1)!)}`);
    const [from, median, to] = [at(25), at(50), at(75)];
    if (from !== undefined && to !== undefined) {
      row
        .append('rect')
        .attr('x', x(from))
        .attr('y', middle - BOX_HEIGHT / 2)
        .attr('width', Math.max(1, x(to) - x(from)))
        .attr('height', BOX_HEIGHT);
    }
    if (median !== undefined) {
      row.append('path').attr('class', 'similarity-median').attr('d', `M${x(median)},${middle - BOX_HEIGHT / 2 - 2}v${BOX_HEIGHT + 4}`);
    }
  });

  const here = x(patient.similarity);
  const isRight = here > width / 2;
  group.append('path').attr('class', 'similarity-patient').attr('d', `M${here},${HEAD_HEIGHT - 4}V${bottom}`);
  group
    .append('text')
    .attr('class', 'similarity-patient-label')
    .attr('x', here + (isRight ? 4 : -4))
    .attr('y', HEAD_HEIGHT - 8)
    .attr('text-anchor', isRight ? 'end' : 'start')
    .text(patient.label);
  return group.node()!;
}
