import type { LeadName } from '../ecg/lead';
import { formatDeviation, formatMilliseconds, formatSeconds } from './format';
import type { PairCell, PairLayout } from './pairLayout';
import type { PairLayer, PairScene } from './pairScene';

/** A lead and a moment on a pair's common axis. */
export interface PairPoint {
  readonly cell: PairCell;
  readonly seconds: number;
}

/** The lead and the moment at a place of a panel, in millimetres from its upper left corner. */
export function findPoint({ cells, paper, shown }: PairLayout, xMm: number, yMm: number): PairPoint {
  const outside = (value: number, start: number, length: number): number => Math.max(0, start - value, value - start - length);
  const cell = cells.reduce((best, next) => {
    const distanceTo = ({ xMm: x, yMm: y, widthMm, heightMm }: PairCell): number =>
      Math.hypot(outside(xMm, x, widthMm), outside(yMm, y, heightMm));
    return distanceTo(next) < distanceTo(best) ? next : best;
  });
  const seconds = shown.startSeconds + (xMm - cell.xMm) / paper.paperSpeedMmPerSecond;
  return { cell, seconds: Math.min(shown.endSeconds, Math.max(shown.startSeconds, seconds)) };
}

/** The voltage of the sample nearest to a moment of the common axis, in millivolts against the lead's centre line; `NaN` where there is none. */
export function readLayer({ ecg, extents, originSeconds }: PairLayer, lead: LeadName, seconds: number): number {
  return (ecg.leads[lead][Math.round((originSeconds + seconds) * ecg.samplingRateHz)] ?? Number.NaN) - extents[lead].centreMv;
}

/** What the cursor says: the lead, the moment in both ECGs, and what is drawn there. */
export function toReadout({ span, panels, patient, prototype }: PairScene, { cell: { lead }, seconds }: PairPoint): string {
  const timeOf = ({ originSeconds }: PairLayer): string => formatSeconds(originSeconds + seconds);
  const here = `this ECG ${formatVoltage(readLayer(patient, lead, seconds))}`;
  if (prototype === null) return `${lead} at ${timeOf(patient)}: ${here}`;
  const time = span === 'beat' ? `${formatMilliseconds(seconds)} from R` : `${timeOf(patient)} here, ${timeOf(prototype)} there`;
  const voltages = [here, `prototype ${formatVoltage(readLayer(prototype, lead, seconds))}`];
  const drawn = panels[0]![0]!;
  if (drawn.whose === 'difference') voltages.push(`difference ${formatVoltage(readLayer(drawn, lead, seconds))}`);
  return `${lead} at ${time}: ${voltages.join(', ')}`;
}

function formatVoltage(millivolts: number): string {
  return Number.isNaN(millivolts) ? 'no sample' : `${formatDeviation(millivolts)} mV`;
}
