import type { LeadName } from '../ecg/lead';
import type { Sheet } from './layout';
import { drawLabel } from './marks/drawLabel';
import { type Paper, pixelsOf } from './paper';

/** Where the word stands right of the strip's start, past the lead's name, and above the centre line, in millimetres. */
const WORD_MM = { x: 9, y: 4.5 };

/** Makes the traces of muted leads faint and writes "muted" beside their names, below the traces. */
export function markMutedLeads(traces: SVGGElement, sheet: Sheet, leads: readonly LeadName[], paper: Paper): SVGGElement {
  const names: readonly string[] = leads;
  for (const trace of traces.querySelectorAll<SVGElement>('[data-lead]')) {
    trace.classList.toggle('is-muted', names.includes(trace.dataset['lead']!));
  }
  const words = sheet.strips
    .filter(({ lead }) => leads.includes(lead))
    .map(({ xMm, baselineMm }) =>
      drawLabel('muted', pixelsOf(paper, xMm + WORD_MM.x), pixelsOf(paper, baselineMm - WORD_MM.y), 'paper-note'),
    );
  traces.prepend(...words);
  return traces;
}
