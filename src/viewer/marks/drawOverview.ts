import { area, create, quantileSorted, range, scaleLinear } from 'd3';
import type { Overview } from '../../signal/overview';
import { formatClock } from '../clockTime';
import { type QualityLevel, toQualityRuns } from '../qualityLevels';

/** The rows of the strip from top to bottom, in CSS pixels. */
const ENVELOPE_HEIGHT = 56;
const BAND_TOP = ENVELOPE_HEIGHT + 4;
const BAND_HEIGHT = 10;
const AXIS_TOP = BAND_TOP + BAND_HEIGHT + 4;
/** Height of an overview as {@link drawOverview} draws it, in CSS pixels. */
export const OVERVIEW_HEIGHT = AXIS_TOP + 18;
/** Height of its part that a window's bracket stands around. */
export const OVERVIEW_BRACKET_HEIGHT = AXIS_TOP;

/** The worse, the higher: what is not clear must be seen without colour. */
const LEVEL_HEIGHTS: Readonly<Record<QualityLevel, number>> = { clear: 2, doubtful: 6, poor: BAND_HEIGHT, missing: BAND_HEIGHT };

const TICK_SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200];
const TICK_WIDTH = 72;

/** How much of the envelope may reach beyond the strip, on each side: a single artefact must not make the heart small. */
const CLIPPED_SHARE = 0.01;

/** A whole recording: how far a lead reaches along its time, how well it is recorded, and the time. */
export function drawOverview(overview: Overview, width: number): SVGGElement {
  const group = create<SVGGElement>('svg:g').attr('class', 'overview');
  const x = scaleLinear([0, overview.durationSeconds], [0, width]);
  const envelope = group.append('path').attr('class', 'overview-envelope').attr('d', toEnvelope(overview, width));
  envelope.append('title').text(`Lead ${overview.lead}`);
  for (const { level, startSeconds, endSeconds } of toQualityRuns(overview)) {
    const height = LEVEL_HEIGHTS[level];
    group
      .append('rect')
      .attr('class', `overview-quality is-${level}`)
      .attr('x', x(startSeconds))
      .attr('y', BAND_TOP + BAND_HEIGHT - height)
      .attr('width', Math.max(1, x(endSeconds) - x(startSeconds)))
      .attr('height', height);
  }
  const stepSeconds = toTickSeconds(overview.durationSeconds, width);
  for (const seconds of range(0, overview.durationSeconds, stepSeconds)) {
    const tick = group.append('g').attr('class', 'overview-tick').attr('transform', `translate(${x(seconds)},${AXIS_TOP})`);
    tick.append('path').attr('d', 'M0.5,0V4');
    const anchor = seconds === 0 ? 'start' : x(seconds) > width - TICK_WIDTH / 2 ? 'end' : 'middle';
    tick.append('text').attr('y', 15).attr('text-anchor', anchor).text(toTickWords(seconds, stepSeconds));
  }
  return group.node()!;
}

/** The envelope's outline; between missing samples it is open. At least a pixel high, so that a flat line is seen. */
function toEnvelope({ minMv, maxMv }: Overview, width: number): string {
  const lows = Array.from(minMv.filter(Number.isFinite).sort());
  const highs = Array.from(maxMv.filter(Number.isFinite).sort());
  if (lows.length === 0) return '';
  const low = quantileSorted(lows, CLIPPED_SHARE)!;
  const high = quantileSorted(highs, 1 - CLIPPED_SHARE)!;
  const y = scaleLinear([low, Math.max(high, low + Number.EPSILON)], [ENVELOPE_HEIGHT - 4, 4]);
  const clip = (pixels: number): number => Math.max(0, Math.min(ENVELOPE_HEIGHT, pixels));
  const step = width / minMv.length;
  const outline = area<number>()
    .defined((bin) => Number.isFinite(minMv[bin]))
    .x((bin) => (bin + 0.5) * step)
    .y0((bin) => clip(y(minMv[bin]!) + 0.5))
    .y1((bin) => clip(y(maxMv[bin]!) - 0.5))
    .digits(1);
  return outline(range(minMv.length)) ?? '';
}

function toTickSeconds(durationSeconds: number, width: number): number {
  const most = Math.max(2, width / TICK_WIDTH);
  return TICK_SECONDS.find((seconds) => durationSeconds / seconds <= most) ?? TICK_SECONDS.at(-1)!;
}

/** "1:05" where ticks are seconds apart, else "5 min", "3 h", "3 h 30 min". */
function toTickWords(seconds: number, stepSeconds: number): string {
  if (stepSeconds < 60 || seconds === 0) return formatClock(seconds);
  const [hours, minutes] = [Math.floor(seconds / 3600), (seconds % 3600) / 60];
  return [hours > 0 && `${hours} h`, minutes > 0 && `${minutes} min`].filter(Boolean).join(' ');
}
