import { durationSeconds, type Ecg } from '../../src/ecg/ecg';
import type { PrototypeManifest } from '../../src/model/manifest';
import type { TimeSpan } from '../../src/viewer/layout';
import { leadExtents } from '../../src/viewer/leadExtent';
import { tracePath } from '../../src/viewer/marks/tracePath';
import { DEFAULT_PAPER, type Paper, pixelsOf } from '../../src/viewer/paper';
import { layoutStrips, pageRows, segmentRows, type Strip } from './layoutStrips';

/** A picture: SVG elements from the upper left corner on, and their size in CSS pixels. */
export interface Picture {
  readonly elements: string;
  readonly width: number;
  readonly height: number;
}

/** Clinical speed and gain, two thirds of true size. */
const PAPER: Paper = { ...DEFAULT_PAPER, pixelsPerMm: 2.5 };
/** Time that is shown around a segment, in seconds. */
const SHOWN_SECONDS = 3;
/** Between limb and chest leads, in millimetres. */
const GAP_MM = 5;
/** Lead names stand this far right of the strip's start and below its top, in millimetres. */
const NAME_MM = { x: 1, y: 5 };

/**
 * The ECG of a prototype on small paper: the clinical page of 3 × 4 leads and a rhythm strip where the whole record is
 * compared, else 3 s of all leads around its segment, which is marked.
 */
export function drawPrototype(ecg: Ecg, { window }: Pick<PrototypeManifest, 'window'>): Picture {
  const duration = durationSeconds(ecg);
  const segment = window && { startSeconds: window[0] / ecg.samplingRateHz, endSeconds: window[1] / ecg.samplingRateHz };
  const shown = segment ? spanAround(segment, duration) : { startSeconds: 0, endSeconds: duration };
  const extents = leadExtents(ecg, shown.startSeconds, shown.endSeconds);
  const strips = segment ? layoutStrips(segmentRows(shown), extents, GAP_MM) : layoutStrips(pageRows(duration), extents, 0);
  const width = px(Math.max(...strips.map(({ xMm, widthMm }) => xMm + widthMm)));
  const height = px(Math.max(...strips.map(({ yMm, heightMm }) => yMm + heightMm)));
  const layers = ['paper-ground', 'paper-squares'].map((layer) => `<rect class="${layer}" width="${width}" height="${height}"/>`);
  const names = strips.map(({ lead, xMm, yMm }) => `<text class="paper-label paper-lead" x="${px(xMm + NAME_MM.x)}" y="${px(yMm + NAME_MM.y)}">${lead}</text>`);
  const traces = strips.map((strip) => {
    const trace = { ...strip, samples: ecg.leads[strip.lead], samplingRateHz: ecg.samplingRateHz, centreMv: extents[strip.lead].centreMv };
    return `<path class="paper-trace" transform="translate(${px(strip.xMm)},${px(strip.baselineMm)})" d="${tracePath(trace, PAPER)}"/>`;
  });
  const bands = segment ? strips.map((strip) => drawBand(strip, segment)) : [];
  return { elements: [...layers, ...bands, ...names, ...traces].join('\n'), width, height };
}

/** The pattern of ECG paper that the pictures' `paper-squares` refer to: a square of 5 mm. */
export function drawPaperPattern(): string {
  const side = px(5);
  const minor = [1, 2, 3, 4].map((mm) => `M${px(mm)},0V${side}M0,${px(mm)}H${side}`).join('');
  return `<pattern id="paper" patternUnits="userSpaceOnUse" width="${side}" height="${side}"><path class="paper-minor" d="${minor}"/><path class="paper-major" d="M0,0V${side}M0,0H${side}"/></pattern>`;
}

function spanAround({ startSeconds, endSeconds }: TimeSpan, duration: number): TimeSpan {
  const first = Math.max(0, Math.min((startSeconds + endSeconds - SHOWN_SECONDS) / 2, duration - SHOWN_SECONDS));
  return { startSeconds: first, endSeconds: Math.min(duration, first + SHOWN_SECONDS) };
}

function drawBand({ startSeconds, xMm, yMm, heightMm }: Strip, segment: TimeSpan): string {
  const x = px(xMm + 25 * (segment.startSeconds - startSeconds));
  const width = px(25 * (segment.endSeconds - segment.startSeconds));
  return `<rect class="band" x="${x}" y="${px(yMm)}" width="${width}" height="${px(heightMm)}"/>`;
}

/** CSS pixels to a hundredth. */
function px(mm: number): number {
  return Math.round(100 * pixelsOf(PAPER, mm)) / 100;
}
