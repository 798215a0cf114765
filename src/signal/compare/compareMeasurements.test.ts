import { describe, expect, it } from 'vitest';
import { simulate } from '../../../training/simulator/simulate';
import type { LeadName } from '../../ecg/lead';
import { mapLeads } from '../../ecg/mapLeads';
import { createMeasured, createUnmeasurable, type Measured } from '../measure/measured';
import { measureEcg, type EcgMeasurements } from '../measure/measureEcg';
import { compareMeasurements, type ComparedName } from './compareMeasurements';

const measured = (value: number, uncertainty = 1) => createMeasured(value, uncertainty, 'by hand');
const none = createUnmeasurable('There is no P wave.');

function create(values: Partial<Record<ComparedName, Measured>>, st60Mv: Partial<Record<LeadName, Measured>> = {}): EcgMeasurements {
  const leads = mapLeads((lead) => ({ st60Mv: st60Mv[lead] ?? measured(0, 0.01) }));
  const all = { heartRatePerMinute: measured(70), prMs: measured(160), qrsMs: measured(90), qtcFridericiaMs: measured(410), qrsAxisDegrees: measured(30) };
  return { ...all, ...values, leads } as unknown as EcgMeasurements;
}
const find = (one: EcgMeasurements, other: EcgMeasurements, name: ComparedName) =>
  compareMeasurements(one, other).find((row) => row.name === name)!;

describe('compared measurements', () => {
  it('are rate, PR, QRS, QTc, axis and ST, in this order', () => {
    expect(compareMeasurements(create({}), create({})).map(({ name }) => name)).toEqual([
      'heartRatePerMinute', 'prMs', 'qrsMs', 'qtcFridericiaMs', 'qrsAxisDegrees', 'st60Mv',
    ]);
  });

  it('differ by one minus the other, clearly beyond twice their common uncertainty', () => {
    const of = (value: number) => find(create({ qrsMs: measured(value, 3) }), create({ qrsMs: measured(90, 4) }), 'qrsMs').difference;
    expect(of(101)).toEqual({ value: 11, uncertainty: 5, isClear: true });
    expect(of(100)).toEqual({ value: 10, uncertainty: 5, isClear: false });
    expect(of(79)).toEqual({ value: -11, uncertainty: 5, isClear: true });
  });

  it('have no difference where either cannot be measured, and keep the reason', () => {
    expect(find(create({ prMs: none }), create({}), 'prMs')).toMatchObject({ one: none, difference: null });
    expect(find(create({}), create({ prMs: none }), 'prMs')).toMatchObject({ other: none, difference: null });
  });

  it('take the smaller turn between two axes', () => {
    const turn = (one: number, other: number) =>
      find(create({ qrsAxisDegrees: measured(one) }), create({ qrsAxisDegrees: measured(other) }), 'qrsAxisDegrees').difference!.value;
    expect(turn(170, -170)).toBe(-20);
    expect(turn(-170, 170)).toBe(20);
    expect(turn(-60, 30)).toBe(-90);
  });

  it('show ST in the lead in which it differs most, of those measured in both', () => {
    const one = create({}, { V2: measured(0.3), V3: measured(-0.1), V4: none });
    const other = create({}, { V3: measured(0.35), V4: measured(0.9) });
    expect(find(one, other, 'st60Mv')).toMatchObject({ lead: 'V3', difference: { value: -0.1 - 0.35 } });
    const nothing = create({}, mapLeads(() => none));
    expect(find(nothing, other, 'st60Mv')).toMatchObject({ lead: null, one: none, difference: null });
  });

  it('of a bundle branch block and a normal ECG differ clearly in QRS, of an ECG and itself in nothing', () => {
    const of = (statements: readonly string[]) =>
      measureEcg(simulate({ statements, ageYears: 60, sex: 'male', seed: 4, nuisance: 'none' }).ecg);
    const [block, normal] = [of(['SR', 'CLBBB']), of(['SR', 'NORM'])];
    const qrs = find(block, normal, 'qrsMs').difference!;
    expect(qrs.isClear).toBe(true);
    expect(qrs.value).toBeGreaterThan(30);
    expect(compareMeasurements(block, block).filter(({ difference }) => difference?.isClear)).toEqual([]);
  });
});
