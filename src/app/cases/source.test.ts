import { expect, it } from 'vitest';
import { createTestPack } from '../../store/fixtures/testPack';
import { toSource } from './source';

const { manifest } = createTestPack();
const { modelCard } = manifest;
const prototype = manifest.prototypes.rhythm[0]!;

it('tells record, sex, age and labels of a prototype’s source', () => {
  expect(toSource(manifest, prototype)).toBe('record 7, male, 63 years, labelled LVH');
});

it('leaves out what the pack does not know', () => {
  const records = [{ ...manifest.records[0]!, sex: null, ageYears: null, statements: {} }];
  expect(toSource({ modelCard, records }, prototype)).toBe('record 7');
  expect(toSource({ modelCard, records: [] }, prototype)).toBe('record 7, labelled SR');
});

it('says of a simulated source that it is no patient', () => {
  const simulated = { ...manifest, modelCard: { ...modelCard, simulated: true } };
  expect(toSource(simulated, prototype)).toBe('simulated ECG 7, male, 63 years, labelled LVH');
});
