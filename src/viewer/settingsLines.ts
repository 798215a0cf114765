import type { Ecg } from '../ecg/ecg';
import { formatNumber } from './format';
import type { Paper } from './paper';

/** What is drawn in place of the recording: the network's input, or how the recording differs from it. */
export interface DerivedSignal {
  readonly kind: 'seen' | 'difference';
  /** At the network's sampling rate, from the start of the recording. */
  readonly ecg: Ecg;
  /** Of the network's high-pass filter, in hertz. */
  readonly cutoffHz: number;
}

/** The rate and the filter of the trace, in words. */
export function describeSignal(recorded: Ecg, derived: DerivedSignal | null): string {
  if (derived === null) return `${formatNumber(recorded.samplingRateHz)} Hz raw, unfiltered`;
  const rate = `${formatNumber(derived.ecg.samplingRateHz)} Hz`;
  const cutoff = `${formatNumber(derived.cutoffHz)} Hz`;
  return derived.kind === 'seen'
    ? `${rate} · high-pass ${cutoff}, as the model saw it`
    : `recorded, resampled to ${rate}, minus what the model saw: what its high-pass of ${cutoff} removed`;
}

/** Whether a millimetre of the sheet is one. */
const SIZE = { true: 'true size', unknown: 'not to scale: calibrate under Paper', printed: 'true size when printed at 100 %' };

/** Words about paper as they are right in a file, whose size is in millimetres whatever the screen's was. */
export function toPrintedSettings(words: string): string {
  return words.replace(new RegExp(`magnified [\\d.]+×(?:, not to scale)?|${SIZE.unknown}|${SIZE.true}(?! when)`), SIZE.printed);
}

/** Speed, gain and whether a millimetre is one, or by how much the paper is magnified, in words. */
export function describePaper(paper: Paper, isTrueSize: boolean, magnification = 1): string {
  const speed = `${formatNumber(paper.paperSpeedMmPerSecond)} mm/s`;
  const gain = `${formatNumber(paper.gainMmPerMv)} mm/mV`;
  return `${speed} · ${gain} · ${describeSize(isTrueSize, magnification)}`;
}

function describeSize(isTrueSize: boolean, magnification: number): string {
  if (magnification !== 1) return `magnified ${formatNumber(magnification)}×${isTrueSize ? '' : ', not to scale'}`;
  return isTrueSize ? SIZE.true : SIZE.unknown;
}

/** The lines at the foot of a sheet: speed, gain and size; then rate, filter and centring. */
export function toSettingsLines(
  paper: Paper,
  isTrueSize: boolean,
  magnification: number,
  recorded: Ecg,
  derived: DerivedSignal | null,
): readonly [paper: string, signal: string] {
  return [
    describePaper(paper, isTrueSize, magnification),
    `${describeSignal(recorded, derived)} · each lead centred on its median`,
  ];
}
