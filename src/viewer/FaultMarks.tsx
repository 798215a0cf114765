import { useCallback } from 'react';
import { create } from 'd3';
import type { LeadName } from '../ecg/lead';
import type { Sheet } from './layout';
import { Mark } from './marks/Mark';
import { type Paper, pixelsOf } from './paper';
import { NAME_MM } from './sheetMarks';

interface FaultMarksProps {
  readonly sheet: Sheet;
  readonly paper: Paper;
  /** What was seen in each lead that is to be doubted, sentences. */
  readonly faults: ReadonlyMap<LeadName, string>;
}

/** A triangle with an exclamation mark, in CSS pixels: between a lead's name and its centre line. */
const SIGN = { path: 'M6.5 0.5L13 12H0ZM6.5 4.5V8M6.5 9.7V10.5', belowName: 3 };

/** A warning sign below the name of every lead whose signal is to be doubted; pointed at, it says why. */
export function FaultMarks({ sheet, paper, faults }: FaultMarksProps) {
  return <Mark draw={useCallback(() => drawFaults(sheet, paper, faults), [sheet, paper, faults])} />;
}

function drawFaults({ strips }: Sheet, paper: Paper, faults: ReadonlyMap<LeadName, string>): SVGGElement {
  const group = create<SVGGElement>('svg:g').attr('class', 'paper-faults');
  for (const { lead, xMm, baselineMm } of strips.filter((strip) => faults.has(strip.lead))) {
    const left = pixelsOf(paper, xMm + NAME_MM.x);
    const top = pixelsOf(paper, baselineMm - NAME_MM.y) + SIGN.belowName;
    const sign = group.append('g').attr('data-lead', lead).attr('transform', `translate(${left},${top})`);
    sign.append('title').text(`${lead}: ${faults.get(lead)!}`);
    sign.append('path').attr('class', 'paper-calibration').attr('d', SIGN.path);
  }
  return group.node()!;
}
