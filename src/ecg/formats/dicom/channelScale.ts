import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import { findDecimal, toPositive } from '../fieldValue';
import type { DicomNode } from './dataSet';
import { TAGS } from './tags';
import { codeOf, textOf } from './values';

/** What the samples of a channel mean: sample × step + origin. */
export interface ChannelScale {
  readonly microvoltsPerStep: number;
  /** Microvolts of the sample 0. */
  readonly originMicrovolts: number;
  readonly isCorrected: boolean;
}

/** Microvolts of the units (UCUM) in which sensitivities are given; µ also as the two bytes of UTF-8. */
const MICROVOLTS: ReadonlyMap<string, number> = new Map([
  ['V', 1e6],
  ['mV', 1e3],
  ['uV', 1],
  ['\u00b5V', 1],
  ['\u00c2\u00b5V', 1],
  ['\u00ce\u00bcV', 1],
  ['nV', 1e-3],
]);

/** Eight bits in steps of this size reach ±128 mV: a larger step is an error of the file, such as mV instead of µV. */
const COARSEST_MICROVOLTS = 1000;

/**
 * The scale of a channel: ChannelSensitivity × ChannelSensitivityCorrectionFactor a step, and ChannelBaseline, in the
 * sensitivity's unit, where the sample is 0 (PS3.3 clause C.10.9 and C.10.9.1.4.2). Some readers count the baseline in
 * samples instead, which shifts a lead by a constant.
 * @param label the lead's name, for the sentence.
 * @throws Problem where sensitivity or unit are absent or no voltage.
 */
export function toChannelScale(channel: DicomNode, label: string, name: string): ChannelScale {
  const sensitivity = toPositive(textOf(channel, TAGS.sensitivity), `ChannelSensitivity of ${label}`, name);
  const unit = codeOf(channel, TAGS.sensitivityUnits).value;
  const microvolts = MICROVOLTS.get(unit);
  if (microvolts === undefined) {
    throw new Problem(`${name} gives the lead ${label} in the unit ${toQuote(unit)}, but an ECG is measured in V, mV, uV or nV.`);
  }
  // Without a factor there is nothing to correct.
  const factorText = textOf(channel, TAGS.correctionFactor) || '1';
  const factor = toPositive(factorText, `ChannelSensitivityCorrectionFactor of ${label}`, name);
  const baselineText = textOf(channel, TAGS.baseline) || '0';
  const baseline = findDecimal(baselineText);
  if (baseline === undefined) {
    throw new Problem(`${name} gives ChannelBaseline of ${label} as ${toQuote(baselineText)}, which it cannot be.`);
  }
  const microvoltsPerStep = sensitivity * factor * microvolts;
  if (microvoltsPerStep > COARSEST_MICROVOLTS) {
    throw new Problem(`${name} gives ${label} a step of ${Number((microvoltsPerStep / 1000).toPrecision(4))} mV, too coarse for an ECG.`);
  }
  return {
    microvoltsPerStep,
    originMicrovolts: baseline * microvolts,
    isCorrected: factor !== 1,
  };
}

/** The fields that the scales come from, in words: "ChannelSensitivity, with 0 at 50 µV, from ChannelBaseline". */
export function toScaleField(scales: readonly ChannelScale[]): string {
  const field = scales.some(({ isCorrected }) => isCorrected)
    ? 'ChannelSensitivity × ChannelSensitivityCorrectionFactor'
    : 'ChannelSensitivity';
  const origins = [...new Set(scales.map(({ originMicrovolts }) => Number(originMicrovolts.toPrecision(4))))];
  if (origins.every((origin) => origin === 0)) return field;
  return `${field}, with 0 at ${origins.length > 1 ? 'each lead’s own' : `${origins[0]} µV, from`} ChannelBaseline`;
}
