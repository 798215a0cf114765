import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import { Problem } from '../ecg/problem';
import { createAppStore } from './appStore';
import { createTestWorld } from './fixtures/testWorld';
import type { Sample } from './offeredEcgState';

const sample: Sample = { id: 'afib', title: 'Atrial fibrillation', caption: 'No P waves.', lead: 'V1', files: ['afib.hea', 'afib.dat'] };
const ecg = createSyntheticEcg({ seed: 1 });

describe('the gallery', () => {
  it('is empty until it is read, and where it cannot be read', async () => {
    const page = createAppStore(createTestWorld({ readSamples: () => Promise.reject(new Problem('gone')) }).deps);
    expect(page.store.getState().samples).toEqual([]);
    await page.actions.openSamples();
    expect(page.store.getState()).toMatchObject({ samples: [], notices: [] });
  });

  it('offers what the site lists', async () => {
    const page = createAppStore(createTestWorld({ readSamples: () => Promise.resolve([sample]) }).deps);
    await page.actions.openSamples();
    expect(page.store.getState().samples).toEqual([sample]);
  });

  it('fetches a preview once', async () => {
    let fetches = 0;
    const readSampleFiles = () => {
      fetches++;
      return Promise.resolve([{ name: 'afib.hea', bytes: new Uint8Array(1) }]);
    };
    const page = createAppStore(createTestWorld({ readSampleFiles, readEcg: () => Promise.resolve(ecg) }).deps);
    await Promise.all([page.actions.previewSample(sample), page.actions.previewSample(sample)]);
    expect(fetches).toBe(1);
    expect(page.store.getState().sampleEcgs).toEqual({ afib: { status: 'ready', ecg } });
  });

  it('says on the card what is wrong with a preview', async () => {
    const readSampleFiles = () => Promise.reject(new Problem('The sample ECG afib.dat could not be loaded from this site.'));
    const page = createAppStore(createTestWorld({ readSampleFiles }).deps);
    await page.actions.previewSample(sample);
    expect(page.store.getState().sampleEcgs.afib).toEqual({
      status: 'failed',
      sentence: 'The sample ECG afib.dat could not be loaded from this site.',
    });
  });

  it('opens a sample as if its files had been dropped', async () => {
    const bytes = { 'afib.hea': Uint8Array.of(1), 'afib.dat': Uint8Array.of(2, 3) };
    const read: unknown[] = [];
    const page = createAppStore(
      createTestWorld({
        readSampleFiles: ({ files }) =>
          Promise.resolve(files.map((name) => ({ name, bytes: bytes[name as keyof typeof bytes] }))),
        readEcg: (files) => {
          read.push(...files);
          return Promise.resolve(ecg);
        },
        untilIdle: () => Promise.resolve(),
      }).deps,
    );
    await page.actions.openSample(sample);
    expect(read).toEqual(Object.entries(bytes).map(([name, content]) => ({ name, bytes: content })));
    expect(page.store.getState().recording).toEqual({ status: 'ready', ecg, names: sample.files });
  });

  it('refuses a sample that cannot be loaded in one sentence', async () => {
    const readSampleFiles = () => Promise.reject(new Problem('The sample ECG afib.dat could not be loaded from this site.'));
    const page = createAppStore(createTestWorld({ readSampleFiles }).deps);
    await page.actions.openSample(sample);
    expect(page.store.getState().recording).toMatchObject({
      status: 'failed',
      sentence: 'The sample ECG afib.dat could not be loaded from this site.',
    });
  });
});
