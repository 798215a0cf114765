import { describe, expect, it } from 'vitest';
import { applyClockError } from './clock';
import { toBandPower } from './bandPower';
import { applyDevice, type Device } from './device';
import { perRecordedLead } from './electrodes';
import { createLowPass, createNotch, filterForward, filterHighPass } from './filters';

const RATE = 500;
const sine = (frequencyHz: number, count = 2500) =>
  Float64Array.from({ length: count }, (_, index) => Math.sin((2 * Math.PI * frequencyHz * index) / RATE));
const faithful: Device = {
  highPassHz: 0.05,
  highPassDirection: 'causal',
  lowPassHz: null,
  notchHz: null,
  gain: 1,
  precordialGains: [1, 1, 1, 1, 1, 1],
  clockError: 0,
  rangeMv: 10,
  resolutionUv: 5,
};
const record = (samples: Float64Array, device: Partial<Device>) =>
  applyDevice(
    perRecordedLead(() => Float64Array.from(samples)),
    { ...faithful, ...device },
    RATE,
  );

describe('applyDevice', () => {
  it.each([1, 2.44, 4.88, 5])('rounds to steps of %s µV', (resolutionUv) => {
    const { V3 } = record(sine(7), { resolutionUv });
    for (const sample of V3) {
      const steps = (sample * 1000) / resolutionUv;
      expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-6);
    }
    expect(new Set(V3).size).toBeGreaterThan(100);
  });

  it('amplifies I and II alike, precordial leads each by its own', () => {
    const gains = [1.01, 1, 1, 1, 1, 0.99];
    const leads = record(sine(7), { gain: 1.03, precordialGains: gains, resolutionUv: 1 });
    const peak = (samples: Float64Array) => Math.max(...samples);
    expect(leads.I).toEqual(leads.II);
    expect(peak(leads.I)).toBeCloseTo(1.03, 2);
    expect(peak(leads.V1) / peak(leads.V6)).toBeCloseTo(1.01 / 0.99, 2);
  });

  it('clips at its range', () => {
    const { V1 } = record(sine(7).map((sample) => 8 * sample), { rangeMv: 5 });
    expect(Math.max(...V1)).toBe(5);
    expect(Math.min(...V1)).toBe(-5);
  });

  it('takes away mains by its notch and not the QRS', () => {
    const left = (frequencyHz: number) =>
      toBandPower(record(sine(frequencyHz), { notchHz: 50, resolutionUv: 1 }).V2, RATE, 1, 200) / 0.5;
    expect(left(50)).toBeLessThan(0.03);
    expect(left(20)).toBeGreaterThan(0.95);
  });
});

describe('filters', () => {
  const gainAt = (frequencyHz: number, filter: (samples: Float64Array) => void) => {
    const samples = sine(frequencyHz, 5000);
    filter(samples);
    return Math.max(...samples.subarray(2500, 4500));
  };

  it.each([25, 40, 150])('low-pass at %s Hz: -3 dB there, all below, little above', (edgeHz) => {
    const lowPass = (samples: Float64Array) => filterForward(samples, createLowPass(edgeHz, RATE));
    expect(gainAt(edgeHz, lowPass)).toBeCloseTo(Math.SQRT1_2, 1);
    expect(gainAt(edgeHz / 5, lowPass)).toBeGreaterThan(0.98);
    expect(gainAt(Math.min(edgeHz * 3, 240), lowPass)).toBeLessThan(0.15);
  });

  it('notch: nothing at its centre, -3 dB half its width away', () => {
    const notch = (samples: Float64Array) => filterForward(samples, createNotch(60, 4, RATE));
    expect(gainAt(60, notch)).toBeLessThan(0.01);
    expect(gainAt(62, notch)).toBeCloseTo(Math.SQRT1_2, 1);
  });

  it('high-pass: causal tilts a plateau, zero-phase tilts it evenly', () => {
    const plateau = () => Float64Array.from({ length: 5000 }, (_, index) => (index > 2400 && index < 2600 ? 1 : 0));
    const [causal, even] = [plateau(), plateau()];
    filterHighPass(causal, 0.5, RATE, 'causal');
    filterHighPass(even, 0.5, RATE, 'zero-phase');
    expect(causal[2401]! - causal[2599]!).toBeGreaterThan(0.4);
    expect(Math.abs(even[2401]! - even[2599]!)).toBeLessThan(0.02);
  });

  it('high-pass: starts settled on the mean', () => {
    const samples = sine(5).map((sample) => sample + 3);
    filterHighPass(samples, 0.05, RATE, 'causal');
    expect(Math.max(...samples.map(Math.abs))).toBeLessThan(1.05);
  });
});

describe('applyClockError', () => {
  it('shortens what a slow clock records, around the middle', () => {
    const pulses = Float64Array.from({ length: 5001 }, (_, index) =>
      [500, 2500, 4500].reduce((sum, at) => sum + Math.exp(-(((index - at) / 10) ** 2)), 0),
    );
    const recorded = applyClockError(pulses, 0.005);
    const peakIn = (from: number, to: number) => {
      const part = recorded.subarray(from, to);
      return from + part.indexOf(Math.max(...part));
    };
    expect(peakIn(2400, 2600)).toBe(2500);
    expect(peakIn(4400, 4600) - peakIn(400, 600)).toBe(Math.round(4000 / 1.005));
    expect(recorded).toHaveLength(5001);
  });

  it('keeps every sample of an exact clock', () => {
    const samples = sine(11);
    applyClockError(samples, 0).forEach((sample, index) => expect(sample).toBeCloseTo(samples[index]!, 12));
  });
});
