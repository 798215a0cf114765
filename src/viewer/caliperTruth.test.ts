import { describe, expect, it } from 'vitest';
import { simulate } from '../../training/simulator/simulate';
import type { LeadName } from '../ecg/lead';
import { measureBetween } from '../signal/measure/calipers';
import type { EcgLayout } from './arrangement';
import { layoutEcg } from './layoutEcg';
import { DEFAULT_PAPER, type Paper, pixelsOf } from './paper';
import { findPoint, toStripX } from './sheetPoint';

/** Calipers are put where a pointer goes down and up, and must read what the simulator knows of its beats. */
function readAt(
  simulated: ReturnType<typeof simulate>,
  paper: Paper,
  lead: LeadName,
  seconds: readonly [number, number],
  toPixel: (x: number) => number,
  layout: EcgLayout = 'stacked',
) {
  const { ecg } = simulated;
  const sheet = layoutEcg(ecg, { layout, leadOrder: 'standard', rhythmLead: 'II' }, null, paper);
  const strip = sheet.strips.findLast((candidate) => candidate.lead === lead)!;
  const y = pixelsOf(paper, strip.yMm + strip.heightMm / 2);
  const ends = seconds.map((time) => {
    const point = findPoint(sheet, paper, toPixel(toStripX(strip, paper, time)), y);
    expect(point.strip.lead).toBe(lead);
    return point.seconds;
  }) as [number, number];
  return measureBetween(ecg, lead, ends);
}

const exact = (x: number): number => x;

describe.each([100, 250, 500, 1000])('at %i samples per second', (samplingRateHz) => {
  const simulated = simulate({ statements: ['NORM', 'SR'], ageYears: 55, sex: 'female', seed: 5, nuisance: 'none', samplingRateHz });
  const { beats } = simulated.truth;
  const sampleMs = 1000 / samplingRateHz;

  it.each([1, 1.25, 2, 3.17, 8])('RR, PR and R waves are within a sample of the truth, magnified %s times', (magnification) => {
    const paper = { ...DEFAULT_PAPER, pixelsPerMm: DEFAULT_PAPER.pixelsPerMm * magnification };
    beats.slice(1, -1).forEach((beat, i) => {
      const next = beats[i + 2]!;
      const rr = readAt(simulated, paper, 'II', [beat.qrs.peakSeconds, next.qrs.peakSeconds], exact);
      expect(Math.abs(rr.milliseconds - 1000 * (next.qrs.peakSeconds - beat.qrs.peakSeconds))).toBeLessThanOrEqual(sampleMs);
      const pr = readAt(simulated, paper, 'V1', [beat.p!.onsetSeconds, beat.qrs.onsetSeconds], exact);
      expect(Math.abs(pr.milliseconds - 1000 * (beat.qrs.onsetSeconds - beat.p!.onsetSeconds))).toBeLessThanOrEqual(sampleMs);
      for (const lead of ['I', 'aVR', 'V5'] as const) {
        const { millivolts } = readAt(simulated, paper, lead, [beat.qrs.onsetSeconds, beat.qrs.peakSeconds], exact);
        expectWithinASample(simulated.ecg.leads[lead], beat.qrs, millivolts!, samplingRateHz);
      }
    });
  });
});

/** A voltage read between two times must be one that the lead has between samples next to these times. */
function expectWithinASample(
  samples: Float32Array,
  { onsetSeconds, peakSeconds }: { readonly onsetSeconds: number; readonly peakSeconds: number },
  millivolts: number,
  rate: number,
): void {
  const around = (seconds: number): number[] => [Math.floor(seconds * rate), Math.ceil(seconds * rate)].map((i) => samples[i]!);
  const possible = around(peakSeconds).flatMap((peak) => around(onsetSeconds).map((onset) => peak - onset));
  expect(millivolts).toBeGreaterThanOrEqual(Math.min(...possible) - 1e-9);
  expect(millivolts).toBeLessThanOrEqual(Math.max(...possible) + 1e-9);
}

// A mouse knows whole pixels only: where a sample is about as wide as one, that must be enough.
it.each([
  [100, 1],
  [250, 4],
  [500, 8],
])('whole pixels are within a sample at %i per second, magnified %i times', (samplingRateHz, magnification) => {
  const simulated = simulate({ statements: ['NORM', 'SR'], ageYears: 70, sex: 'male', seed: 9, nuisance: 'clinic', samplingRateHz });
  const paper = { ...DEFAULT_PAPER, pixelsPerMm: DEFAULT_PAPER.pixelsPerMm * magnification };
  const { beats } = simulated.truth;
  for (let i = 1; i < beats.length - 1; i++) {
    const [from, to] = [beats[i]!.p!.onsetSeconds, beats[i]!.qrs.onsetSeconds];
    const sample = Math.round(from * samplingRateHz);
    const { ends, milliseconds } = readAt(simulated, paper, 'II', [from, to], Math.round);
    expect(Math.abs(Math.round(ends[0] * samplingRateHz) - sample)).toBeLessThanOrEqual(1);
    // Each end is off by half a pixel and half a sample at most.
    expect(Math.abs(milliseconds - 1000 * (to - from))).toBeLessThanOrEqual(2000 / samplingRateHz + 1e-6);
  }
});

it('the rhythm strip below the page reads the same', () => {
  const simulated = simulate({ statements: ['AFIB'], ageYears: 70, sex: 'male', seed: 3, nuisance: 'none' });
  const [, first, second] = simulated.truth.beats;
  const { milliseconds } = readAt(simulated, DEFAULT_PAPER, 'II', [first!.qrs.peakSeconds, second!.qrs.peakSeconds], exact, 'page');
  expect(Math.abs(milliseconds - 1000 * (second!.qrs.peakSeconds - first!.qrs.peakSeconds))).toBeLessThanOrEqual(2);
});
