import { STANDARD_LEADS } from '../../ecg/lead';
import type { LeadName } from '../../ecg/lead';
import { createUnmeasurable } from '../measure/measured';
import type { Measured } from '../measure/measured';
import type { EcgMeasurements } from '../measure/measureEcg';

/** What is compared between two ECGs, in the order in which it is read. */
export const COMPARED = ['heartRatePerMinute', 'prMs', 'qrsMs', 'qtcFridericiaMs', 'qrsAxisDegrees', 'st60Mv'] as const;

/** One of the measurements that are compared; `st60Mv` is that of the lead in which two ECGs differ most. */
export type ComparedName = (typeof COMPARED)[number];

/** One measurement in two ECGs. */
export interface ComparedMeasurement {
  readonly name: ComparedName;
  /** The lead of `st60Mv`; null for what is measured over all leads, or where ST cannot be compared in any. */
  readonly lead: LeadName | null;
  readonly one: Measured;
  readonly other: Measured;
  /** One minus the other; null where either cannot be measured. */
  readonly difference: MeasuredDifference | null;
}

/** How far two measurements lie apart. */
export interface MeasuredDifference {
  /** In the unit of the measurements; of angles, the smaller turn from the other to the one, −180 … 180. */
  readonly value: number;
  /** One standard uncertainty: those of both, in quadrature. */
  readonly uncertainty: number;
  /** Whether it exceeds {@link COVERAGE} standard uncertainties. */
  readonly isClear: boolean;
}

/** A difference is clear beyond so many standard uncertainties: about 95 % (JCGM 100:2008, 6.3). */
export const COVERAGE = 2;

/** Heart rate, PR, QRS, QTc, QRS axis and ST of one ECG and another, with what they differ by. */
export function compareMeasurements(one: EcgMeasurements, other: EcgMeasurements): readonly ComparedMeasurement[] {
  return COMPARED.map((name) =>
    name === 'st60Mv'
      ? compareSt(one, other)
      : { name, lead: null, one: one[name], other: other[name], difference: subtract(name, one[name], other[name]) },
  );
}

/** ST at J + 60 ms in the lead in which it differs most. */
function compareSt(one: EcgMeasurements, other: EcgMeasurements): ComparedMeasurement {
  const compared = STANDARD_LEADS.map((lead): ComparedMeasurement => {
    const [here, there] = [one.leads[lead].st60Mv, other.leads[lead].st60Mv];
    return { name: 'st60Mv', lead, one: here, other: there, difference: subtract('st60Mv', here, there) };
  });
  const sizeOf = ({ difference }: ComparedMeasurement): number => (difference === null ? -1 : Math.abs(difference.value));
  const largest = compared.reduce((best, next) => (sizeOf(next) > sizeOf(best) ? next : best));
  if (largest.difference !== null) return largest;
  const reasonOf = ({ leads }: EcgMeasurements): Measured =>
    STANDARD_LEADS.map((lead) => leads[lead].st60Mv).find(({ status }) => status === 'unmeasurable') ??
    createUnmeasurable('No lead can be measured in both ECGs.');
  return { name: 'st60Mv', lead: null, one: reasonOf(one), other: reasonOf(other), difference: null };
}

function subtract(name: ComparedName, one: Measured, other: Measured): MeasuredDifference | null {
  if (one.status === 'unmeasurable' || other.status === 'unmeasurable') return null;
  const plain = one.value - other.value;
  const value = name === 'qrsAxisDegrees' ? toSmallerTurn(plain) : plain;
  const uncertainty = Math.hypot(one.uncertainty, other.uncertainty);
  return { value, uncertainty, isClear: Math.abs(value) > COVERAGE * uncertainty };
}

function toSmallerTurn(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}
