import { create } from 'd3';
import type { Ecg } from '../ecg/ecg';
import type { LeadName } from '../ecg/lead';
import { leadExtents, type LeadExtents } from './leadExtent';
import { drawGrid } from './marks/drawGrid';
import { drawLabel } from './marks/drawLabel';
import { drawTrace } from './marks/drawTrace';
import { type Paper, pixelsOf } from './paper';
import { fitRow, type RowFit } from './row';

/** A stretch of a patient's ECG and the stretch of a prototype's that it is compared with. */
export interface CaseStripContent {
  readonly patient: Ecg;
  readonly prototype: Ecg;
  /** From left to right. */
  readonly leads: readonly LeadName[];
  /** From the start of either record, in seconds. */
  readonly patientStartSeconds: number;
  readonly prototypeStartSeconds: number;
  readonly seconds: number;
}

/** One of the two rows: whose leads, around which centre lines, how high. */
interface StripRow {
  readonly whose: 'patient' | 'prototype';
  readonly ecg: Ecg;
  readonly startSeconds: number;
  readonly extents: LeadExtents;
  readonly fit: RowFit;
  readonly topMm: number;
}

/** The patient's row above the prototype's, on one paper, in millimetres. */
export interface CaseStripLayout {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly cellMm: number;
  /** Whether the traces have not the room that they need. */
  readonly isTight: boolean;
  readonly rows: readonly StripRow[];
}

const LEAST_ROW_MM = 8;
/** The leads' names stand above the rows, in a band of this height. */
const NAMES_MM = 4;
/** Names stand this far right of the cell's start and below the band's top, in millimetres. */
const NAME_MM = { x: 0.8, y: 3.2 };

/**
 * Lays out a case's leads beside each other, the patient's above the prototype's.
 *
 * @param roomMm for names and rows; where the traces need more, they run into each other and are cut at the edge.
 */
export function layoutCaseStrip(content: CaseStripContent, paper: Paper, roomMm: number): CaseStripLayout {
  const { patient, prototype, leads, seconds } = content;
  const cellMm = seconds * paper.paperSpeedMmPerSecond;
  const rowsMm = Math.floor(roomMm - NAMES_MM);
  const sides = [
    { whose: 'patient', ecg: patient, startSeconds: content.patientStartSeconds },
    { whose: 'prototype', ecg: prototype, startSeconds: content.prototypeStartSeconds },
  ] as const;
  const wanted = sides.map((side) => {
    const extents = leadExtents(side.ecg, side.startSeconds, side.startSeconds + seconds);
    const fitInto = (maxMm: number): RowFit =>
      fitRow(leads.map((lead) => extents[lead]), paper, { minMm: LEAST_ROW_MM, maxMm, nameRoomMm: 0 });
    return { ...side, extents, fitInto, needsMm: fitInto(Number.POSITIVE_INFINITY).heightMm };
  });
  const neededMm = wanted.reduce((sum, { needsMm }) => sum + needsMm, 0);
  const factor = Math.min(1, rowsMm / neededMm);
  let topMm = NAMES_MM;
  const rows = wanted.map(({ whose, ecg, startSeconds, extents, fitInto, needsMm }): StripRow => {
    const fit = fitInto(Math.max(LEAST_ROW_MM, Math.floor(needsMm * factor)));
    const row = { whose, ecg, startSeconds, extents, fit, topMm };
    topMm += fit.heightMm;
    return row;
  });
  return { widthMm: leads.length * cellMm, heightMm: topMm, cellMm, isTight: neededMm > rowsMm, rows };
}

/** Draws what {@link layoutCaseStrip} laid out. */
export function drawCaseStrip(id: string, { leads, seconds }: CaseStripContent, layout: CaseStripLayout, paper: Paper): SVGGElement {
  const group = create<SVGGElement>('svg:g');
  const { widthMm, heightMm, cellMm } = layout;
  group.append(() => drawGrid(id, paper, { widthMm, heightMm, originXMm: 0 }));
  const line = (d: string) => group.append('path').attr('class', 'paper-cell-border').attr('d', d);
  const height = pixelsOf(paper, heightMm);
  leads.slice(1).forEach((_, i) => line(`M${pixelsOf(paper, (i + 1) * cellMm)},0V${height}`));
  for (const { topMm } of layout.rows) line(`M0,${pixelsOf(paper, topMm)}H${pixelsOf(paper, widthMm)}`);
  // Below the traces: nothing may cover a sample.
  leads.forEach((lead, column) => {
    const x = pixelsOf(paper, column * cellMm + NAME_MM.x);
    group.append(() => drawLabel(lead, x, pixelsOf(paper, NAME_MM.y), 'paper-lead'));
  });
  for (const { whose, ecg, startSeconds, extents, fit, topMm } of layout.rows) {
    leads.forEach((lead, column) => {
      const segment = {
        samples: ecg.leads[lead],
        samplingRateHz: ecg.samplingRateHz,
        startSeconds,
        endSeconds: startSeconds + seconds,
        centreMv: extents[lead].centreMv,
      };
      const x = pixelsOf(paper, column * cellMm);
      const y = pixelsOf(paper, topMm + fit.baselineMm);
      group.append(() => drawTrace(segment, paper, x, y, `paper-trace paper-trace-${whose}`));
    });
  }
  return group.node()!;
}
