import { describe, expect, it } from 'vitest';
import type { Ecg } from '../../ecg/ecg';
import { mapLeads } from '../../ecg/mapLeads';
import { subtractEcgs, type PlacedEcg } from './subtractEcgs';

const SPAN = { startSeconds: -0.3, endSeconds: 1.2 };
const levels = (level: number) => mapLeads(() => level);

/** Ten seconds of a smooth wave in all leads that passes the time 4 s in its own way, `lateSeconds` later. */
function createWave(samplingRateHz: number, { lateSeconds = 0, offsetMv = 0, factor = 1 } = {}): Ecg {
  const sampleCount = 10 * samplingRateHz;
  const wave = Float32Array.from({ length: sampleCount }, (_, i) => {
    const seconds = i / samplingRateHz - 4 - lateSeconds;
    return factor * (Math.sin(2 * Math.PI * 7 * seconds) + 0.5 * Math.cos(2 * Math.PI * 3.1 * seconds)) + offsetMv;
  });
  const leads = mapLeads(() => wave);
  return { samplingRateHz, sampleCount, leads, format: '', scale: '', remarks: [] };
}
const place = (ecg: Ecg, originSeconds = 4, levelMv = 0): PlacedEcg => ({ ecg, originSeconds, levelsMv: levels(levelMv) });
const largest = ({ ecg }: { ecg: Ecg }) => ecg.leads.V3.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

describe('one ECG minus another', () => {
  it.each([
    [500, 500],
    [500, 100],
    [100, 500],
    [257, 100],
    [360, 250],
  ])('is nothing for the same wave at %d and %d Hz', (one, other) => {
    const difference = subtractEcgs(place(createWave(one)), place(createWave(other)), SPAN);
    expect(difference.ecg.samplingRateHz).toBe(Math.min(one, other));
    expect(difference.ecg.sampleCount).toBe(Math.floor(1.2 * Math.min(one, other) + 1e-6) + Math.floor(0.3 * Math.min(one, other) + 1e-6) + 1);
    expect(largest(difference)).toBeLessThan(0.006);
  });

  it.each([0.0035, 0.024, -0.017])('is nothing once a shift of %d s is undone, between samples too', (lateSeconds) => {
    for (const rates of [[500, 100], [100, 100], [100, 500]] as const) {
      const other = createWave(rates[1], { lateSeconds });
      const difference = subtractEcgs(place(createWave(rates[0])), place(other, 4 + lateSeconds), SPAN);
      expect(largest(difference)).toBeLessThan(0.006);
      expect(largest(subtractEcgs(place(createWave(rates[0])), place(other), SPAN))).toBeGreaterThan(0.1);
    }
  });

  it('has the sign of the first minus the second, whichever is finer, each against its level', () => {
    for (const rates of [[500, 100], [100, 500]] as const) {
      const one = place(createWave(rates[0], { offsetMv: 2 }), 4, 1.5);
      const other = place(createWave(rates[1], { offsetMv: -3 }), 4, -3.25);
      for (const value of subtractEcgs(one, other, SPAN).ecg.leads.II) expect(value).toBeCloseTo(0.25, 1);
    }
  });

  it('begins where the coarser ECG has a sample', () => {
    const { startSeconds } = subtractEcgs(place(createWave(500)), place(createWave(100), 4.004), SPAN);
    expect(startSeconds).toBeCloseTo(-0.294, 10);
  });

  it('is unknown where either has no sample', () => {
    const early = subtractEcgs(place(createWave(500), 0.1), place(createWave(100)), SPAN);
    expect([...early.ecg.leads.I].findIndex(Number.isFinite)).toBe(20);
    const holed = createWave(100);
    const leads = { ...holed.leads, V1: holed.leads.V1.map((value, i) => (i === 420 ? Number.NaN : value)) };
    const { V1, V2 } = subtractEcgs(place(createWave(500)), place({ ...holed, leads }), SPAN).ecg.leads;
    expect(V1.filter(Number.isNaN)).toHaveLength(1);
    expect(V2.filter(Number.isNaN)).toHaveLength(0);
  });
});
