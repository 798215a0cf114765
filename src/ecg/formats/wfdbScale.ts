import { findLead } from '../leadName';
import { toListing } from '../listing';
import { Problem } from '../problem';
import { toQuote } from '../quote';
import type { WfdbSignal } from './wfdbHeader';

/** Where the gain is missing or 0, header(5) lets a reader assume this many ADC units per physical unit. */
const ASSUMED_GAIN = 200;

/** Millivolts per physical unit. Unit names are compared in lower case: "mv" is met in real headers. */
const MV_PER_UNIT: ReadonlyMap<string, number> = new Map([
  ['v', 1e3],
  ['mv', 1],
  ['uv', 1e-3],
  ['\u00b5v', 1e-3],
  ['\u03bcv', 1e-3],
  ['nv', 1e-6],
]);

/**
 * The ADC units per millivolt of a signal.
 * @param name the header's file name, for the sentence.
 * @throws Problem where the physical unit is no voltage.
 */
export function toGainPerMv(signal: WfdbSignal, name: string): number {
  const mvPerUnit = MV_PER_UNIT.get(signal.unit.toLowerCase());
  if (mvPerUnit === undefined) {
    const found = `the signal ${toQuote(signal.description)} in the unit ${toQuote(signal.unit)}`;
    throw new Problem(`${name} gives ${found}, but an ECG is measured in V, mV, µV or nV.`);
  }
  return (signal.gain ?? ASSUMED_GAIN) / mvPerUnit;
}

/**
 * Where the millivolts of these signals come from, in words: "1 LSB = 1 µV, from the gain 1000 per mV in the header".
 * Where signals differ, each scale is followed by the signals it is for.
 */
export function toScaleSentence(signals: readonly WfdbSignal[], name: string): string {
  const scales = signals.map((signal) => toScale(signal, name));
  const [first, ...others] = new Set(scales);
  if (others.length === 0) return first!;
  const toNames = (scale: string) => toListing(signals.filter((_, index) => scales[index] === scale).map(toName));
  return [first!, ...others].map((scale) => `${scale} (${toNames(scale)})`).join('; ');
}

function toName({ description }: WfdbSignal): string {
  return findLead(description) ?? description;
}

function toScale(signal: WfdbSignal, name: string): string {
  const microvolts = Number((1000 / Math.abs(toGainPerMv(signal, name))).toPrecision(4));
  const origin =
    signal.gain === undefined
      ? `assumed (${ASSUMED_GAIN} per ${signal.unit}) because the header gives no gain`
      : `from the gain ${signal.gain} per ${signal.unit} in the header`;
  return `1 LSB = ${microvolts} µV, ${origin}`;
}
