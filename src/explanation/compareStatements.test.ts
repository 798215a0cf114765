import { expect, it } from 'vitest';
import { createTestPack, createTestPrediction } from '../store/fixtures/testPack';
import { compareStatements, isTurned } from './compareStatements';

const pack = createTestPack();

it('lists every statement, first those predicted in one ECG alone, then by how far the logits lie apart', () => {
  const one = { ...createTestPrediction(pack), probabilities: Float32Array.of(0.6, 0.2, 0.9, 0.3), logits: Float32Array.of(0.4, -1.4, 2.2, -0.8) };
  const other = { ...one, probabilities: Float32Array.of(0.5, 0.01, 0.4, 0.5), logits: Float32Array.of(0, -4.6, -0.4, 0) };
  const rows = compareStatements(pack.manifest, one, other);
  expect(rows.map(({ code }) => code)).toEqual(['LVH', 'NORM', 'AFIB', 'SR']);
  expect(rows.map(isTurned)).toEqual([true, true, false, false]);
  expect(rows[0]).toMatchObject({ one: { predicted: true }, other: { predicted: false } });
  // The threshold itself is predicted.
  expect(rows[1]).toMatchObject({ one: { predicted: false }, other: { predicted: true } });
  expect(rows[2]!.difference).toBeCloseTo(3.2, 5);
  expect(rows[0]!.one.probability).toBeCloseTo(0.9, 6);
});
