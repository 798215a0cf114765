import { create } from 'd3';
import { type CaliperReading, type Calipers, marchOut } from '../signal/measure/calipers';
import { toCaliperWords } from './caliperWords';
import type { LeadStrip, Sheet } from './layout';
import { drawLabel } from './marks/drawLabel';
import { type Paper, pixelsOf, yOf } from './paper';
import { findStrip, isShown, toStripX } from './sheetPoint';

/** Everything below in CSS pixels. */
const BAR_Y = 6;
const TICK = 3;
const LABEL_BELOW_BAR = 14;
const LABEL_BESIDE = 8;
const RING_RADIUS = 3.5;
/** The mean width of a character of a label. */
const CHARACTER = 7.2;

interface End {
  readonly x: number;
  readonly y: number;
  readonly isActive: boolean;
}

/**
 * Calipers on the sheet. Time: two lines through every strip that shows these moments, and a bar in their own lead.
 * Voltage: two lines through the two samples. Both: the box between them. Marched out, the interval's other times too.
 *
 * @param centreMv what lies on the centre line of the calipers' lead as it is drawn, in millivolts.
 */
export function drawCalipers(
  sheet: Sheet,
  calipers: Calipers | null,
  reading: CaliperReading | null,
  centreMv: number,
  paper: Paper,
): SVGGElement {
  const group = create<SVGGElement>('svg:g').attr('class', 'paper-calipers');
  const own = calipers === null ? undefined : findStrip(sheet, calipers.lead, calipers.ends);
  if (calipers === null || reading === null || own === undefined) return group.node()!;
  const { kind } = calipers;
  const addPath = (className: string, d: string): void => {
    if (d !== '') group.append('path').attr('class', className).attr('d', d);
  };

  if (calipers.isMarching && kind !== 'voltage') {
    const strips = kind === 'time' ? sheet.strips : sheet.strips.filter(({ lead }) => lead === calipers.lead);
    const others = marchOut(reading.ends, sheet.axis.endSeconds).filter((time) => reading.ends.every((end) => Math.abs(time - end) > 1e-6));
    addPath('paper-caliper-march', strips.map((strip) => toVerticals(strip, others, paper)).join(''));
  }
  if (kind === 'time') {
    addPath('paper-caliper', sheet.strips.map((strip) => toVerticals(strip, reading.ends, paper)).join(''));
  }

  const baseline = pixelsOf(paper, own.baselineMm);
  const ends = reading.ends.map((seconds, i): End | null => {
    const y = baseline + yOf(paper, reading.endsMv[i]! - centreMv);
    const isThere = isShown(own, seconds);
    return isThere ? { x: toStripX(own, paper, seconds), y: Number.isFinite(y) ? y : baseline, isActive: i === calipers.activeEnd } : null;
  });
  const shown = ends.filter((end) => end !== null);
  const [first, second] = ends;
  const top = pixelsOf(paper, own.yMm);
  if (kind === 'time' && first && second) addPath('paper-caliper', toBar(first, second, top + BAR_Y));
  if (kind === 'voltage') {
    const [left, right] = [pixelsOf(paper, own.xMm), pixelsOf(paper, own.xMm + own.widthMm)];
    addPath('paper-caliper', shown.map(({ y }) => `M${left},${y}H${right}`).join(''));
  }
  if (kind === 'both' && first && second) {
    addPath('paper-caliper', `M${first.x},${first.y}H${second.x}V${second.y}H${first.x}Z`);
  }
  for (const { x, y, isActive } of shown) {
    group
      .append('circle')
      .attr('class', isActive ? 'paper-caliper-end is-active' : 'paper-caliper-end')
      .attr('cx', x)
      .attr('cy', y)
      .attr('r', RING_RADIUS);
  }
  if (shown.length > 0) {
    const words = toCaliperWords(kind, reading, paper.gainMmPerMv);
    group.append(() => drawReading(words, kind, shown, top, pixelsOf(paper, sheet.widthMm)));
  }
  return group.node()!;
}

function toVerticals(strip: LeadStrip, times: readonly number[], paper: Paper): string {
  const [top, height] = [pixelsOf(paper, strip.yMm), pixelsOf(paper, strip.heightMm)];
  return times
    .filter((time) => isShown(strip, time))
    .map((time) => `M${toStripX(strip, paper, time)},${top}v${height}`)
    .join('');
}

function toBar(first: End, second: End, y: number): string {
  return `M${first.x},${y - TICK}v${2 * TICK}M${second.x},${y - TICK}v${2 * TICK}M${first.x},${y}H${second.x}`;
}

/** What is read: between the ends where it has room, else to the right of them, or to their left at the sheet's end. */
function drawReading(words: string, kind: Calipers['kind'], shown: readonly End[], top: number, sheetEnd: number): SVGTextElement {
  const [left, right] = [Math.min(...shown.map(({ x }) => x)), Math.max(...shown.map(({ x }) => x))];
  const highest = Math.min(...shown.map(({ y }) => y));
  const width = words.length * CHARACTER;
  const y = kind === 'time' ? top + BAR_Y + LABEL_BELOW_BAR : Math.max(top + LABEL_BELOW_BAR, highest - LABEL_BESIDE);
  if (right - left > width) return drawLabel(words, (left + right) / 2, y, 'paper-caliper-label', 'middle');
  return right + LABEL_BESIDE + width < sheetEnd
    ? drawLabel(words, right + LABEL_BESIDE, y, 'paper-caliper-label')
    : drawLabel(words, left - LABEL_BESIDE, y, 'paper-caliper-label', 'end');
}
