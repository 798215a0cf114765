import { expect, it } from 'vitest';
import { measureEcg } from '../../src/signal/measure/measureEcg';
import { simulate } from '../../training/simulator/simulate';
import type { DeviceMeasurements } from '../../src/ecg/deviceMeasurements';
import { compareWithDevice, summariseDevices } from './compareWithDevice';

const { ecg } = simulate({ statements: ['SR'], ageYears: 55, sex: 'female', seed: 5, nuisance: 'none' });
const measured = measureEcg(ecg);
const valueOf = (name: 'qrsMs' | 'qtcFridericiaMs' | 'qtcBazettMs' | 'qrsAxisDegrees'): number => {
  const found = measured[name];
  if (found.status === 'unmeasurable') throw new Error(`${name} should be measurable here.`);
  return found.value;
};
const SILENT: DeviceMeasurements = {
  ventricularRatePerMinute: null,
  pMs: null,
  prMs: null,
  qrsMs: null,
  qtMs: null,
  qtc: [],
  pAxisDegrees: null,
  qrsAxisDegrees: null,
  tAxisDegrees: null,
};

it('sets ours beside the device’s, the sign being ours − device', () => {
  const compared = compareWithDevice(ecg, { ...SILENT, qrsMs: valueOf('qrsMs') + 7 });
  expect(compared['QRS, ms'].difference).toBeCloseTo(-7, 9);
  expect(compared['PR, ms']).toMatchObject({ device: null, difference: null });
});

it('compares QTc by the same formula', () => {
  const of = (qtc: DeviceMeasurements['qtc']) => compareWithDevice(ecg, { ...SILENT, qtc })['QTc, ms'].difference;
  const [bazett, fridericia] = [valueOf('qtcBazettMs'), valueOf('qtcFridericiaMs')];
  expect(Math.abs(bazett - fridericia)).toBeGreaterThan(2);
  expect(of([{ ms: bazett + 1, formula: null }, { ms: fridericia + 3, formula: 'Fridericia' }])).toBeCloseTo(-3, 9);
  expect(of([{ ms: bazett + 1, formula: null }])).toBeCloseTo(-1, 9);
  expect(of([{ ms: 400, formula: 'Hodges' }])).toBeNull();
});

it('turns axes the shorter way round', () => {
  const device = valueOf('qrsAxisDegrees') - 350;
  expect(compareWithDevice(ecg, { ...SILENT, qrsAxisDegrees: device })['QRS axis, °'].difference).toBeCloseTo(-10, 9);
});

it('sums differences up, the worst with its sign', () => {
  const qrs = valueOf('qrsMs');
  const of = (error: number) => compareWithDevice(ecg, { ...SILENT, qrsMs: qrs - error });
  const summary = summariseDevices([of(1), of(-3), of(-60), compareWithDevice(ecg, SILENT)]);
  expect(summary['QRS, ms']).toMatchObject({ compared: 3, within: 2 });
  expect(summary['QRS, ms']!.medianAbsolute).toBeCloseTo(3, 9);
  expect(summary['QRS, ms']!.worst).toBeCloseTo(-60, 9);
  expect(summary['QT, ms']).toBeNull();
});
