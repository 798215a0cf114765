import { findLead } from '../../leadName';
import { toListing } from '../../listing';
import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import type { StatedFacts } from '../../statedFacts';
import { findMicrovolts } from '../voltageUnit';
import type { WfdbSignal } from './header';

/** ADC units per physical unit that header(5) lets a reader assume where the gain is missing or 0. */
const ASSUMED_GAIN = 200;

/** What header(5) lets a physical unit be where none is given. */
const DEFAULT_UNIT = 'mV';

/** Ten times coarser than the coarsest step in which electrocardiographs store (AHA/ACC/HRS, Circulation 2007;115:1306). */
const COARSEST_MICROVOLTS = 100;

/** Different scales that are told one by one. */
const MOST_SCALES = 12;

/**
 * Microvolts of one ADC unit of a signal, below 0 where it is stored upside down.
 * @param name the header's file name, for the sentence.
 * @returns undefined where the header says that the signal is uncalibrated and nobody stated it.
 * @throws Problem where the physical unit is no voltage or the step coarser than any ECG is stored.
 */
export function findMicrovoltsPerStep(signal: WfdbSignal, stated: StatedFacts, name: string): number | undefined {
  const microvolts = toMicrovoltsPerUnit(signal, name);
  if (signal.gain === undefined) return stated.microvoltsPerUnit;
  const step = microvolts / signal.gain;
  if (Math.abs(step) <= COARSEST_MICROVOLTS) return step;
  const gain = `${name} gives ${toQuote(signal.description)} the impossible gain ${signal.gain} per ${toUnit(signal)}`;
  throw new Problem(`${gain}: no ECG is stored in steps of ${Number(Math.abs(step).toPrecision(3))} µV.`);
}

/** Microvolts of one ADC unit of an uncalibrated signal as header(5) lets a reader assume them. */
export function toAssumedStep(signal: WfdbSignal, name: string): number {
  return toMicrovoltsPerUnit(signal, name) / ASSUMED_GAIN;
}

/**
 * Where the millivolts of these signals come from, in words: "1 LSB = 1 µV, from the gain 1000 per mV in the header".
 * Where signals differ, each scale is followed by the leads it is for, or where very many do, their range is told.
 */
export function toScaleSentence(signals: readonly WfdbSignal[], stated: StatedFacts, name: string): string {
  const scales = signals.map((signal) => toScale(signal, stated, name));
  const [first, ...others] = new Set(scales);
  if (others.length === 0) return first!;
  if (others.length + 1 > MOST_SCALES) return toScaleRange(signals, stated, name);
  const toNames = (scale: string) => {
    const names = signals.filter((_, index) => scales[index] === scale).map(({ description }) => findLead(description)!);
    return toListing([...new Set(names)]);
  };
  return [first!, ...others].map((scale) => `${scale} (${toNames(scale)})`).join('; ');
}

function toScaleRange(signals: readonly WfdbSignal[], stated: StatedFacts, name: string): string {
  const steps = signals.map((signal) => Math.abs(findMicrovoltsPerStep(signal, stated, name)!)).sort((a, b) => a - b);
  const [least, most] = [steps[0]!, steps.at(-1)!].map((step) => Number(step.toPrecision(4)));
  return `1 LSB = ${least} to ${most} µV, from the gain of each lead in each header`;
}

function toScale(signal: WfdbSignal, stated: StatedFacts, name: string): string {
  const step = findMicrovoltsPerStep(signal, stated, name)!;
  const microvolts = Number(Math.abs(step).toPrecision(4));
  return `1 LSB = ${microvolts} µV, ${toOrigin(signal)}`;
}

function toOrigin({ gain, unit }: WfdbSignal): string {
  if (gain === undefined) return 'as stated, because the header gives no gain';
  if (unit === undefined) return `from the gain ${gain} in the header, per ${DEFAULT_UNIT} because it names no unit`;
  return `from the gain ${gain} per ${unit} in the header`;
}

function toMicrovoltsPerUnit(signal: WfdbSignal, name: string): number {
  const microvolts = findMicrovolts(toUnit(signal));
  if (microvolts !== undefined) return microvolts;
  const found = `the signal ${toQuote(signal.description)} in the unit ${toQuote(toUnit(signal))}`;
  throw new Problem(`${name} gives ${found}, but an ECG is measured in V, mV, µV or nV.`);
}

function toUnit({ unit = DEFAULT_UNIT }: WfdbSignal): string {
  return unit;
}
