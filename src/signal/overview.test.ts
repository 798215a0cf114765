import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import type { Ecg } from '../ecg/ecg';
import { toExcerpt } from '../ecg/excerpt';
import { STANDARD_LEADS } from '../ecg/lead';
import { toMemorySource } from '../ecg/memorySource';
import { createOverviewBuilder, type ScoreQuality } from './overview';
import { readOverview } from './readOverview';

const ecg = createSyntheticEcg({ seed: 5, samplingRateHz: 100, seconds: 38 });

/** Notes what it is asked to score; the score tells the windows apart. */
function createScore(): { readonly asked: Ecg[]; readonly score: ScoreQuality } {
  const asked: Ecg[] = [];
  return { asked, score: (window) => 1 / asked.push(window) };
}

function build(recording: Ecg, chunk: number, score: ScoreQuality) {
  const builder = createOverviewBuilder(recording.samplingRateHz, recording.sampleCount, 10, score);
  for (let first = 0; first < recording.sampleCount; first += chunk) {
    const count = Math.min(chunk, recording.sampleCount - first);
    builder.add(toExcerpt(recording, first, count), first);
  }
  return builder.finish();
}

describe('the envelope', () => {
  it('reaches from the lowest to the highest sample of lead II in each part', () => {
    const { lead, minMv, maxMv, durationSeconds } = build(ecg, 3800, () => 1);
    expect([lead, durationSeconds, minMv.length, maxMv.length]).toEqual(['II', 38, 2000, 2000]);
    // 1.9 samples a part: the sample at 1.9 n or the one after it begins the nth.
    for (const part of [0, 777, 1999]) {
      const samples = ecg.leads.II.subarray(Math.ceil(1.9 * part), Math.ceil(1.9 * (part + 1)));
      expect([minMv[part], maxMv[part]]).toEqual([Math.min(...samples), Math.max(...samples)]);
    }
  });

  it('has a gap where samples are missing, and is that of another lead where II was not recorded', () => {
    const gap = { ...ecg, leads: { ...ecg.leads, II: ecg.leads.II.map((sample, i) => (i >= 1000 && i < 1100 ? NaN : sample)) } };
    const { minMv, maxMv } = build(gap, 700, () => 1);
    const missing = Array.from(minMv, (low, part) => [low, maxMv[part]!].every(Number.isNaN)).map(Number);
    expect(missing.indexOf(1)).toBe(Math.floor(999 / 1.9) + 1);
    expect(missing.lastIndexOf(1)).toBe(Math.floor(1100 / 1.9) - 1);
    const flat = { ...ecg, leads: { ...ecg.leads, II: new Float32Array(3800).fill(0.1), I: new Float32Array(3800).fill(NaN) } };
    expect(build(flat, 700, () => 1).lead).toBe('III');
  });

  it('has no more parts than there are samples', () => {
    const { minMv, maxMv } = build(toExcerpt(ecg, 0, 1100), 100, () => 1);
    expect(minMv).toEqual(ecg.leads.II.subarray(0, 1100));
    expect(maxMv).toEqual(minMv);
  });
});

describe('the windows', () => {
  it('start a second apart and are scored on their own samples, however the recording comes', () => {
    const whole = createScore();
    const { windows } = build(ecg, 3800, whole.score);
    expect(windows).toMatchObject({ seconds: 10, stepSeconds: 1 });
    expect(windows.quality).toHaveLength(29);
    for (const chunk of [7, 333, 1000, 1700]) {
      const parts = createScore();
      expect(build(ecg, chunk, parts.score)).toEqual(build(ecg, 3800, createScore().score));
      parts.asked.forEach((window, i) => {
        for (const lead of STANDARD_LEADS) expect(window.leads[lead]).toEqual(ecg.leads[lead].subarray(100 * i, 100 * i + 1000));
      });
    }
  });

  it.each([
    [300, 1, 291],
    [600, 2, 296],
    [3000, 10, 300],
    [24 * 3600, 10, 8640],
    [48 * 3600, 18, 9600],
  ])('of %d s start every %d s and are %d', (seconds, stepSeconds, count) => {
    // A sample a second keeps the test short; what is added is not looked at.
    const builder = createOverviewBuilder(1, seconds, 10, () => 1);
    const samples = new Float32Array(seconds);
    const leads = Object.fromEntries(STANDARD_LEADS.map((lead) => [lead, samples])) as unknown as Ecg['leads'];
    builder.add({ ...ecg, samplingRateHz: 1, sampleCount: seconds, leads }, 0);
    const { windows } = builder.finish();
    expect([windows.stepSeconds, windows.quality.length]).toEqual([stepSeconds, count]);
  });
});

it('refuses parts out of order, parts beyond the end, an early end and a recording shorter than a window', () => {
  const builder = createOverviewBuilder(100, 3800, 10, () => 1);
  builder.add(toExcerpt(ecg, 0, 1000), 0);
  expect(() => builder.add(toExcerpt(ecg, 0, 1000), 1001)).toThrow(RangeError);
  expect(() => builder.add(ecg, 1000)).toThrow(RangeError);
  expect(() => builder.finish()).toThrow(new RangeError('1000 of 3800 samples were added.'));
  expect(() => createOverviewBuilder(100, 999, 10, () => 1)).toThrow(RangeError);
});

it('is read part by part, tells how far it is, and ends when it is told to', async () => {
  const shares: number[] = [];
  const reading = { windowSeconds: 10, scoreQuality: () => 1, chunkSeconds: 15 };
  const read = await readOverview(toMemorySource(ecg), { ...reading, afterChunk: (share) => void shares.push(share) });
  expect(read).toEqual(build(ecg, 3800, () => 1));
  expect(shares).toEqual([15 / 38, 30 / 38, 1]);
  const stop = () => Promise.reject(new Error('enough'));
  await expect(readOverview(toMemorySource(ecg), { ...reading, afterChunk: stop })).rejects.toThrow('enough');
});
