import { expect, it } from 'vitest';
import { createTestPack } from '../store/fixtures/testPack';
import { windowSamples } from './evidenceWindow';
import { findPrototypeSegment } from './prototypeSegment';
import { receptiveField } from './receptiveField';

const { manifest } = createTestPack();
const branch = manifest.branches.find(({ name }) => name === 'morphology')!;

function withWindow(window: [number, number]) {
  return { ...manifest, prototypes: { ...manifest.prototypes, morphology: [{ ...manifest.prototypes.morphology[0]!, window }] } };
}

it('finds the segment in seconds, and what the network could see for that window', () => {
  const window = windowSamples(branch, manifest.input, 2);
  expect(window).toEqual([500, 750]);
  expect(findPrototypeSegment(withWindow(window), { branch: 'morphology', index: 0 })).toEqual({
    startSeconds: 5,
    endSeconds: 7.5,
    field: receptiveField(branch, manifest.input, 2),
  });
});

it('knows no field of a segment that is no window, and no segment of a whole record', () => {
  expect(findPrototypeSegment(withWindow([333, 444]), { branch: 'morphology', index: 0 })).toMatchObject({ startSeconds: 3.33, field: null });
  expect(findPrototypeSegment(manifest, { branch: 'rhythm', index: 0 })).toBeNull();
});
