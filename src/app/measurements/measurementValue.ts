import type { ComparedName } from '../../signal/compare/compareMeasurements';
import type { Measured } from '../../signal/measure/measured';
import type { EcgMeasurements } from '../../signal/measure/measureEcg';
import { formatDeviation, formatMillivolts, formatNumber } from '../../viewer/format';

/** What one number says of the whole ECG. */
export type MeasurementName = {
  [Name in keyof EcgMeasurements]: EcgMeasurements[Name] extends Measured ? Name : never;
}[keyof EcgMeasurements];

/** How a value is written: with how many decimals, and its unit. */
interface Notation {
  readonly digits: 0 | 2;
  readonly unit: string;
}

const PER_MINUTE: Notation = { digits: 0, unit: '/min' };
const MILLISECONDS: Notation = { digits: 0, unit: ' ms' };
const DEGREES: Notation = { digits: 0, unit: '°' };
const MILLIVOLTS: Notation = { digits: 2, unit: ' mV' };

const NOTATIONS: Readonly<Record<MeasurementName | ComparedName, Notation>> = {
  heartRatePerMinute: PER_MINUTE,
  meanRrMs: MILLISECONDS,
  shortestRrMs: MILLISECONDS,
  longestRrMs: MILLISECONDS,
  sdnnMs: MILLISECONDS,
  rmssdMs: MILLISECONDS,
  irregularity: { digits: 2, unit: '' },
  pMs: MILLISECONDS,
  prMs: MILLISECONDS,
  qrsMs: MILLISECONDS,
  qtMs: MILLISECONDS,
  qtcBazettMs: MILLISECONDS,
  qtcFridericiaMs: MILLISECONDS,
  pAxisDegrees: DEGREES,
  qrsAxisDegrees: DEGREES,
  tAxisDegrees: DEGREES,
  sokolowLyonMv: MILLIVOLTS,
  cornellMv: MILLIVOLTS,
  st60Mv: MILLIVOLTS,
};

/** A measured value as clinicians write it: "72/min", "160 ms", "−30°", "1.52 mV". */
export function formatMeasured(name: MeasurementName, value: number): string {
  const { digits, unit } = NOTATIONS[name];
  return formatRounded(value, digits) + unit;
}

/** The same with its standard uncertainty, which is rounded up: "160 ± 6 ms", "72 ± 1/min". */
export function formatWithUncertainty(name: MeasurementName | ComparedName, value: number, uncertainty: number): string {
  const { digits, unit } = NOTATIONS[name];
  return `${formatRounded(value, digits)} ± ${formatRounded(roundUp(uncertainty, digits), digits)}${unit}`;
}

/** A value that is compared, with its uncertainty; ST with its sign: "160 ± 6 ms", "+0.12 ± 0.03 mV". */
export function formatComparedValue(name: ComparedName, value: number, uncertainty: number): string {
  return name === 'st60Mv' ? formatComparedDifference(name, value, uncertainty) : formatWithUncertainty(name, value, uncertainty);
}

/** By how much a value differs, with its sign and uncertainty: "+24 ± 8 ms". */
export function formatComparedDifference(name: ComparedName, value: number, uncertainty: number): string {
  const written = formatWithUncertainty(name, value, uncertainty);
  return Number(value.toFixed(NOTATIONS[name].digits)) > 0 ? `+${written}` : written;
}

/** A voltage of one lead in millivolts, without its unit: "1.52"; against a level with its sign: "−0.05". */
export function formatLeadVoltage(millivolts: number, isDeviation: boolean): string {
  return isDeviation ? formatDeviation(millivolts) : formatMillivolts(millivolts);
}

/** The standard uncertainty of such a voltage, rounded up: "± 0.03". */
export function formatLeadUncertainty(millivolts: number): string {
  return `± ${formatMillivolts(roundUp(millivolts, 2))}`;
}

function formatRounded(value: number, digits: 0 | 2): string {
  return digits === 0 ? formatNumber(Math.round(value)) : formatMillivolts(value);
}

/** No value is exact, so the least uncertainty is one of the last digit. */
function roundUp(uncertainty: number, digits: 0 | 2): number {
  const unit = 10 ** digits;
  return Math.max(1, Math.ceil(uncertainty * unit)) / unit;
}
