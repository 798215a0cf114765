import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import { findDecimal } from '../fieldValue';
import type { StoredLead } from '../storedRecording';
import { findMicrovolts } from '../voltageUnit';
import type { EdfHeader, EdfSignal } from './header';

/** Ten times coarser than the coarsest step in which electrocardiographs store (AHA/ACC/HRS, Circulation 2007;115:1306). */
const COARSEST_MICROVOLTS = 100;

/**
 * Microvolts of a step and of the value 0, from two points of a line: the physical minimum and maximum are what the
 * digital ones mean. A physical maximum below the minimum turns the signal over, as EDF has it.
 * @throws Problem where unit or ranges are missing, impossible, or coarser than any ECG is stored.
 */
export function toEdfScale(signal: EdfSignal, header: EdfHeader): Pick<StoredLead, 'microvoltsPerStep' | 'originMicrovolts'> {
  const { name, sampleBytes } = header;
  const label = toQuote(signal.label);
  const microvolts = findMicrovolts(signal.unit);
  if (signal.unit === '') throw new Problem(`${name} does not give the unit of ${label}.`);
  if (microvolts === undefined) {
    throw new Problem(`${name} gives ${label} in the unit ${toQuote(signal.unit)}, but an ECG is measured in V, mV, µV or nV.`);
  }
  const limit = (text: string, which: string): number => {
    const value = findDecimal(text);
    if (text === '') throw new Problem(`${name} does not give the ${which} of ${label}.`);
    if (value === undefined) throw new Problem(`${name} gives the ${which} of ${label} as ${toQuote(text)}, which it cannot be.`);
    return value;
  };
  const physical = [limit(signal.physicalMinimum, 'physical minimum'), limit(signal.physicalMaximum, 'physical maximum')] as const;
  const digital = [limit(signal.digitalMinimum, 'digital minimum'), limit(signal.digitalMaximum, 'digital maximum')] as const;
  const ranges = (kind: string) => `${name} gives ${label} a ${kind} range from`;
  const half = 2 ** (8 * sampleBytes - 1);
  if (digital[0] >= digital[1] || digital[0] < -half || digital[1] >= half || !digital.every(Number.isInteger)) {
    const limits = `${-half} to ${half - 1}`;
    throw new Problem(`${ranges('digital')} ${digital[0]} to ${digital[1]}; it must rise within ${limits}.`);
  }
  if (physical[0] === physical[1]) {
    throw new Problem(`${ranges('physical')} ${physical[0]} to ${physical[1]} ${signal.unit}, which gives no scale.`);
  }
  const microvoltsPerStep = ((physical[1] - physical[0]) * microvolts) / (digital[1] - digital[0]);
  if (Math.abs(microvoltsPerStep) > COARSEST_MICROVOLTS) {
    const step = Number((Math.abs(microvoltsPerStep) / 1000).toPrecision(3));
    throw new Problem(`${ranges('physical')} ${physical[0]} to ${physical[1]} ${signal.unit}: in steps of ${step} mV no ECG is recorded, so the scale is wrong.`);
  }
  return { microvoltsPerStep, originMicrovolts: physical[0] * microvolts - digital[0] * microvoltsPerStep };
}
