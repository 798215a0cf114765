import { describe, expect, it } from 'vitest';
import { createTinyPack, createTinyPrediction } from '../../tools/synthetic/tinyExplainable';
import { findBestWindow, findBestWindows, windowSamples } from './evidenceWindow';

const { manifest } = createTinyPack();
const [rhythm, morphology, global] = manifest.branches;

describe('the segment of a window', () => {
  it.each([
    [0, 0],
    [1, 31],
    [2, 62],
    [3, 93],
    [4, 125],
    [29, 906],
  ])('window %d begins at sample %d and is 93 samples long', (window, start) => {
    expect(windowSamples(morphology, manifest.input, window)).toEqual([start, start + 93]);
  });

  it('of the whole record is the whole record', () => expect(windowSamples(global, manifest.input, 0)).toEqual([0, 1000]));

  it('always lies within the record', () => {
    for (let window = 0; window < morphology.windowCount; window++) {
      expect(windowSamples(morphology, manifest.input, window)[1]).toBeLessThanOrEqual(1000);
    }
  });
});

describe('where a prototype matched best', () => {
  const { branches } = createTinyPrediction();
  const best = (index: number, similarities = branches.morphology) => findBestWindow(morphology, manifest.input, similarities, index);

  it('is the first of equal windows, with its share of the whole score', () => {
    expect(best(0)).toEqual({ window: 4, windowCount: 30, startSeconds: 1.25, endSeconds: 2.18, similarity: 16, share: 16 / 60 });
  });

  it('is the first window, with no share, where nothing matches', () => {
    expect(best(1)).toEqual({ window: 0, windowCount: 30, startSeconds: 0, endSeconds: 0.93, similarity: 0, share: 0 });
  });

  it('may be the last window, with all of the score', () => {
    expect(best(2)).toEqual({ window: 29, windowCount: 30, startSeconds: 9.06, endSeconds: 9.99, similarity: 30, share: 1 });
  });

  it('is nowhere where the whole record is compared', () => {
    expect(findBestWindow(rhythm, manifest.input, branches.rhythm, 1)).toBeNull();
    expect(findBestWindow(global, manifest.input, branches.global, 0)).toBeNull();
  });

  it('is the same asked for all prototypes at once', () => {
    expect(findBestWindows(morphology, manifest.input, branches.morphology)).toEqual([best(0), best(1), best(2)]);
    expect(findBestWindows(rhythm, manifest.input, branches.rhythm)).toEqual([null, null]);
  });
});
