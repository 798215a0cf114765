import { create } from 'd3';
import type { Ecg } from '../ecg/ecg';
import type { LeadName } from '../ecg/lead';
import { formatSpan } from './format';
import type { LeadStrip, Sheet, TimeSpan } from './layout';
import { leftMarginMm, PULSE_START_MM } from './layout';
import type { LeadExtents } from './leadExtent';
import { toLeadLabel } from './leadOrder';
import { drawBracket } from './marks/drawBracket';
import { drawCalibration } from './marks/drawCalibration';
import { drawEvidenceBand } from './marks/drawEvidenceBand';
import { drawGrid } from './marks/drawGrid';
import { drawLabel } from './marks/drawLabel';
import { drawTimeAxis } from './marks/drawTimeAxis';
import { drawTrace } from './marks/drawTrace';
import type { Paper } from './paper';
import { pixelsOf, xOf } from './paper';

/** Lead names stand this far right of the strip's start and above its centre line, in millimetres. */
export const NAME_MM = { x: 1.5, y: 4.5 };
/** Half the height of the line between two leads of a row, in millimetres. */
const SEPARATOR_MM = 4;

/** Below the last line of settings, and from one line to the next, in CSS pixels. */
const SETTINGS_BOTTOM = 7;
const LINE_HEIGHT = 15;

/** A time that is marked on the sheet, and its name. */
export interface MarkedSpan extends TimeSpan {
  readonly label: string;
}

function groupOf(className: string, nodes: readonly SVGElement[]): SVGGElement {
  const group = create<SVGGElement>('svg:g').attr('class', className).node()!;
  group.append(...nodes);
  return group;
}

/** Says in the document which lead a node belongs to. */
function ofLead<Node extends SVGElement>(lead: LeadName, node: Node): Node {
  node.dataset['lead'] = lead;
  return node;
}

function findOverlap(strip: TimeSpan, match: TimeSpan): TimeSpan | undefined {
  const startSeconds = Math.max(strip.startSeconds, match.startSeconds);
  const endSeconds = Math.min(strip.endSeconds, match.endSeconds);
  return startSeconds < endSeconds ? { startSeconds, endSeconds } : undefined;
}

/** The paper itself. A strong line runs where the traces begin. */
export function drawPaper(id: string, sheet: Sheet, paper: Paper): SVGGElement {
  return drawGrid(id, paper, { widthMm: sheet.widthMm, heightMm: sheet.heightMm, originXMm: leftMarginMm(paper) });
}

/** The evidence window, in every strip in which its time is visible; named once a column, above where it begins. */
export function drawEvidence(sheet: Sheet, match: MarkedSpan | null, paper: Paper): SVGGElement {
  const topMm = Math.min(...sheet.strips.map(({ yMm }) => yMm));
  const bands = sheet.strips.flatMap((strip) => {
    const overlap = match === null ? undefined : findOverlap(strip, match);
    if (match === null || overlap === undefined) return [];
    const left = pixelsOf(paper, strip.xMm);
    const box = {
      x: left + xOf(paper, overlap.startSeconds - strip.startSeconds),
      y: pixelsOf(paper, strip.yMm),
      width: xOf(paper, overlap.endSeconds - overlap.startSeconds),
      height: pixelsOf(paper, strip.heightMm),
    };
    const isNamed = strip.yMm === topMm && overlap.startSeconds === match.startSeconds;
    const label = isNamed ? { text: match.label, sheetEnd: pixelsOf(paper, sheet.widthMm) } : undefined;
    return [ofLead(strip.lead, drawEvidenceBand(box, label))];
  });
  return groupOf('paper-evidences', bands);
}

/** All traces, one path a strip. */
export function drawTraces(ecg: Ecg, sheet: Sheet, extents: LeadExtents, paper: Paper): SVGGElement {
  const { samplingRateHz } = ecg;
  const traceOf = (strip: LeadStrip) => {
    const segment = { ...strip, samples: ecg.leads[strip.lead], samplingRateHz, centreMv: extents[strip.lead].centreMv };
    const trace = drawTrace(segment, paper, pixelsOf(paper, strip.xMm), pixelsOf(paper, strip.baselineMm), 'paper-trace');
    return ofLead(strip.lead, trace);
  };
  return groupOf('paper-traces', sheet.strips.map(traceOf));
}

/** Calibration pulses, lines between leads, lead names. */
export function drawFurniture(ecg: Ecg, sheet: Sheet, paper: Paper): SVGGElement {
  const nodes = sheet.strips.flatMap((strip): SVGElement[] => {
    const x = pixelsOf(paper, strip.xMm);
    const baseline = pixelsOf(paper, strip.baselineMm);
    const nameX = x + pixelsOf(paper, NAME_MM.x);
    const name = drawLabel(toLeadLabel(strip), nameX, baseline - pixelsOf(paper, NAME_MM.y), 'paper-lead');
    if (ecg.derivedLeads?.includes(strip.lead)) markDerived(name);
    const isFirst = strip.xMm === leftMarginMm(paper);
    const start = isFirst
      ? drawCalibration(paper, pixelsOf(paper, PULSE_START_MM), pixelsOf(paper, strip.yMm + strip.heightMm / 2))
      : create<SVGPathElement>('svg:path')
          .attr('class', 'paper-separator')
          .attr('d', `M${x},${baseline - pixelsOf(paper, SEPARATOR_MM)}v${pixelsOf(paper, 2 * SEPARATOR_MM)}`)
          .node()!;
    const isSilent = !ecg.leads[strip.lead].some(Number.isFinite);
    return isSilent
      ? [start, name, drawLabel('no samples in the file', nameX, baseline, 'paper-note')]
      : [start, name];
  });
  return groupOf('paper-furniture', nodes);
}

/** Says beside a lead's name that the lead was not recorded. */
function markDerived(name: SVGTextElement): void {
  name.append(create<SVGTSpanElement>('svg:tspan').attr('class', 'paper-derived').attr('dx', 4).attr('font-weight', 400).text('derived').node()!);
  name.append(create<SVGTitleElement>('svg:title').text('Computed from the other limb leads: not in the file').node()!);
}

/** Time axis, bracket over the rhythm strip, and the lines that state speed, gain and processing. */
export function drawFoot(sheet: Sheet, settings: readonly string[], paper: Paper): SVGGElement {
  const x = pixelsOf(paper, leftMarginMm(paper));
  const nodes: SVGElement[] = [
    drawTimeAxis(sheet.axis, paper, x, pixelsOf(paper, sheet.axis.yMm)),
    ...settings.map((line, i) => {
      const fromBottom = SETTINGS_BOTTOM + (settings.length - 1 - i) * LINE_HEIGHT;
      return drawLabel(line, x, pixelsOf(paper, sheet.heightMm) - fromBottom, 'paper-settings');
    }),
  ];
  if (sheet.bracket !== null) {
    const { startSeconds, endSeconds, yMm } = sheet.bracket;
    const words = `${formatSpan(startSeconds, endSeconds)}, shown above in all leads`;
    nodes.push(drawBracket(sheet.bracket, words, paper, x, pixelsOf(paper, yMm)));
  }
  return groupOf('paper-foot', nodes);
}
