import type { KeyboardEvent } from 'react';
import type { Ecg } from '../../ecg/ecg';
import type { LeadName } from '../../ecg/lead';
import type { Calipers } from '../../signal/measure/calipers';
import { nearestSample } from '../../signal/nearestSample';
import type { SheetState } from '../../store/resultsState';
import type { SheetActions } from '../../store/sheet';
import { nextZoomStep } from './zoomSteps';

/** What keys on the paper act on. */
export interface PaperKeyContext {
  readonly sheet: SheetState;
  /** What is drawn: ends step by its samples. */
  readonly drawn: Ecg;
  /** The leads in the order in which the paper shows them. */
  readonly leads: readonly LeadName[];
  readonly actions: Pick<SheetActions, 'magnify' | 'changeCalipers' | 'endCalipers'>;
  readonly showLead: (lead: LeadName | null) => void;
  readonly startCalipers: () => void;
}

const SHIFT_STEP_SECONDS = 0.04;

/** What a key does on the paper; undefined: nothing, and the key stays the browser's. */
export function findPaperAction(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  context: PaperKeyContext,
): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const { sheet, actions, showLead, startCalipers } = context;
  const { calipers } = sheet;
  switch (event.key) {
    case '+':
    case '=':
      return () => actions.magnify(nextZoomStep(sheet.magnification, 1));
    case '-':
    case '_':
      return () => actions.magnify(nextZoomStep(sheet.magnification, -1));
    case '0':
      return () => actions.magnify(1);
    case 'c':
    case 'C':
      return calipers ? actions.endCalipers : startCalipers;
    case 'Escape':
      if (calipers) return actions.endCalipers;
      return sheet.focus ? () => showLead(null) : undefined;
    default:
      return calipers ? findCaliperAction(event, calipers, context) : undefined;
  }
}

function findCaliperAction(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  calipers: Calipers,
  { sheet, drawn, leads, actions, showLead }: PaperKeyContext,
): (() => void) | undefined {
  const { ends, activeEnd, isMarching } = calipers;
  const move = (direction: 1 | -1) => () => {
    const rate = drawn.samplingRateHz;
    const steps = shiftKey ? Math.max(1, Math.round(SHIFT_STEP_SECONDS * rate)) : 1;
    const seconds = nearestSample(drawn, nearestSample(drawn, ends[activeEnd]) / rate + (direction * steps) / rate) / rate;
    actions.changeCalipers({ ends: activeEnd === 0 ? [seconds, ends[1]] : [ends[0], seconds] });
  };
  const turn = (direction: 1 | -1) => () => {
    const lead = leads[(leads.indexOf(calipers.lead) + direction + leads.length) % leads.length]!;
    if (sheet.focus) showLead(lead);
    else actions.changeCalipers({ lead });
  };
  switch (key) {
    case 'ArrowLeft':
      return move(-1);
    case 'ArrowRight':
      return move(1);
    case 'ArrowUp':
      return turn(-1);
    case 'ArrowDown':
      return turn(1);
    case 'x':
    case 'X':
      return () => actions.changeCalipers({ activeEnd: activeEnd === 0 ? 1 : 0 });
    case 'm':
    case 'M':
      return () => actions.changeCalipers({ isMarching: !isMarching });
    default:
      return undefined;
  }
}
