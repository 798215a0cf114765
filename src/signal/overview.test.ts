import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import type { Ecg } from '../ecg/ecg';
import { toExcerpt } from '../ecg/excerpt';
import { type LeadName, STANDARD_LEADS } from '../ecg/lead';
import { mapLeads } from '../ecg/mapLeads';
import { toMemorySource } from '../ecg/memorySource';
import { createOverviewBuilder } from './overview';
import type { ScoreQuality } from './qualityWindows';
import { readOverview } from './readOverview';

const ecg = createSyntheticEcg({ seed: 5, samplingRateHz: 100, seconds: 38 });

/** Notes what it is asked to score. A second's score is its first sample in V6, and so NaN where that is missing. */
function createScore(): { readonly asked: Ecg[]; readonly score: ScoreQuality } {
  const asked: Ecg[] = [];
  return { asked, score: (part) => (asked.push(part), part.sampleCount > 100 ? 9 : part.leads.V6[0]!) };
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
  it('start a second apart and are worth the mean of their seconds, however the recording comes', () => {
    const { windows } = build(ecg, 3800, createScore().score);
    expect(windows).toMatchObject({ seconds: 10, stepSeconds: 1 });
    const scores = Array.from({ length: 38 }, (_, second) => ecg.leads.V6[100 * second]!);
    expect(windows.stepQuality).toEqual(Float32Array.from(scores));
    const means = Array.from({ length: 29 }, (_, start) => scores.slice(start, start + 10).reduce((sum, score) => sum + score, 0) / 10);
    expect(windows.quality).toEqual(Float32Array.from(means));
    for (const chunk of [97, 333, 1000, 1700]) {
      const { asked, score } = createScore();
      expect(build(ecg, chunk, score).windows).toEqual(windows);
      const parts = asked.filter(({ sampleCount }) => sampleCount > 100);
      expect([asked.length, parts.length]).toEqual([67, 29]);
      parts.forEach((part, start) => {
        const isOwn = (lead: LeadName) => part.leads[lead].every((sample, i) => sample === ecg.leads[lead][100 * start + i]);
        expect(STANDARD_LEADS.filter(isOwn)).toEqual(STANDARD_LEADS);
      });
    }
  });

  it('are worth less where they are worse as a whole than in their seconds', () => {
    const { windows } = build(ecg, 3800, ({ sampleCount }) => (sampleCount > 100 ? 0.25 : 0.5));
    expect([new Set(windows.quality), new Set(windows.stepQuality)]).toEqual([new Set([0.25]), new Set([0.5])]);
  });

  it('have no score where samples are missing in them', () => {
    const gap = { ...ecg, leads: { ...ecg.leads, V6: ecg.leads.V6.map((sample, i) => (i === 1500 ? NaN : sample)) } };
    const { windows } = build(gap, 3800, createScore().score);
    expect([...windows.quality.keys()].filter((start) => Number.isNaN(windows.quality[start]))).toEqual([6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
    expect([...windows.stepQuality.keys()].filter((second) => Number.isNaN(windows.stepQuality[second]))).toEqual([15]);
  });

  it('begin and end with whole samples at any rate, however the recording comes', () => {
    const odd = { ...createSyntheticEcg({ seed: 2, samplingRateHz: 100, seconds: 40 }), samplingRateHz: 128.37 };
    const score: ScoreQuality = ({ leads, sampleCount }) => leads.II[0]! + leads.II[sampleCount - 1]!;
    const { windows } = build(odd, 4000, score);
    for (const chunk of [101, 129, 1284]) expect(build(odd, chunk, score).windows).toEqual(windows);
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
    const leads = mapLeads(() => samples);
    builder.add({ ...ecg, samplingRateHz: 1, sampleCount: seconds, leads }, 0);
    const { windows } = builder.finish();
    expect([windows.stepSeconds, windows.quality.length, windows.stepQuality.length]).toEqual([stepSeconds, count, Math.ceil(seconds / stepSeconds)]);
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
