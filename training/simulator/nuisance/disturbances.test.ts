import { describe, expect, it } from 'vitest';
import { createStream } from '../random';
import { toBandPower } from './bandPower';
import { createContactNoise } from './contact';
import { createMainsHum } from './mains';
import { createMotion } from './motion';
import { createMuscleNoise } from './muscle';
import { createTremor } from './tremor';
import { createWander } from './wander';

const RATE = 500;
const COUNT = 2500;
const rms = (samples: Float64Array) => Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length);
const share = (samples: Float64Array, lowHz: number, highHz: number) =>
  toBandPower(samples, RATE, lowHz, highHz) / toBandPower(samples, RATE, 0, RATE / 2);

describe('createWander', () => {
  const options = { breathing: { rateHz: 0.4, phase: 1 }, breathingMv: 0.1, driftMv: 0, offsetMv: 0 };

  it('swings at the rate of breathing', () => {
    const wander = createWander(COUNT, RATE, options, createStream(1, 'wander'));
    expect(share(wander, 0.3, 0.5)).toBeGreaterThan(0.9);
    expect(rms(wander)).toBeCloseTo(0.073, 2);
  });

  it('drifts below 2 Hz, about an offset', () => {
    const still = { ...options, breathingMv: 0, driftMv: 0.1, offsetMv: 0.5 };
    const means = [2, 3, 4, 5, 6, 7].map((seed) => {
      const drift = createWander(COUNT, RATE, still, createStream(seed, 'wander'));
      expect(share(drift, 0, 2)).toBeGreaterThan(0.9);
      return drift.reduce((sum, one) => sum + one, 0) / COUNT;
    });
    expect(means.reduce((sum, one) => sum + one, 0) / means.length).toBeCloseTo(0.5, 0);
  });
});

describe('createMuscleNoise', () => {
  const create = (burstiness: number) =>
    createMuscleNoise(COUNT, RATE, { levelMv: 0.02, burstiness }, createStream(3, 'muscle'));

  it('lies between 20 and 150 Hz, as strong as told', () => {
    expect(share(create(0), 20, 150)).toBeGreaterThan(0.7);
    expect(share(create(0), 0, 5)).toBeLessThan(0.02);
    expect(rms(create(0)) / 0.02).toBeCloseTo(1, 1);
  });

  it('comes in bursts where told', () => {
    const spread = (noise: Float64Array) => {
      const levels = Array.from({ length: 50 }, (_, part) => rms(noise.subarray(part * 50, part * 50 + 50)));
      return Math.max(...levels) / Math.min(...levels);
    };
    expect(spread(create(0.9))).toBeGreaterThan(3 * spread(create(0)));
  });
});

describe('createTremor', () => {
  it('trembles at its rate', () => {
    const tremor = createTremor(COUNT, RATE, { rateHz: 5, levelMv: 0.05 }, createStream(4, 'tremor'));
    expect(share(tremor, 4, 6)).toBeGreaterThan(0.8);
    expect(Math.max(...tremor)).toBeLessThan(0.1);
  });
});

describe('createMainsHum', () => {
  it.each([50, 60] as const)('peaks at %s Hz and its harmonics', (nominalHz) => {
    const { sine, cosine } = createMainsHum(COUNT, RATE, { nominalHz, harmonics: [0.1, 0.3] }, createStream(5, 'mains'));
    for (const hum of [sine, cosine]) {
      expect(share(hum, nominalHz - 1, nominalHz + 1)).toBeGreaterThan(0.85);
      expect(share(hum, 3 * nominalHz - 1, 3 * nominalHz + 1)).toBeGreaterThan(0.05);
      expect(rms(hum)).toBeGreaterThan(0.6);
    }
  });

  it('leaves out what the sampling rate cannot hold', () => {
    const { sine } = createMainsHum(1000, 100, { nominalHz: 60, harmonics: [1, 1] }, createStream(5, 'mains'));
    expect(rms(sine)).toBe(0);
  });
});

describe('createMotion', () => {
  it('jumps and recovers exponentially', () => {
    const motion = createMotion(COUNT, RATE, { atSeconds: 1, jumpMv: 0.5, riseSeconds: 0.005, recoverySeconds: 0.5 });
    expect(Math.max(...motion.subarray(0, RATE))).toBe(0);
    expect(motion[RATE + 25]).toBeCloseTo(0.5 * Math.exp(-0.1), 3);
    expect(motion[RATE + 500]! / motion[RATE + 250]!).toBeCloseTo(Math.exp(-1), 3);
  });

  it('is under way at the first sample when it began before', () => {
    const motion = createMotion(COUNT, RATE, { atSeconds: -0.5, jumpMv: -1, riseSeconds: 0.005, recoverySeconds: 0.5 });
    expect(motion[0]).toBeCloseTo(-Math.exp(-1), 3);
  });
});

describe('createContactNoise', () => {
  it('is loud during lapses and silent between them', () => {
    const options = { levelMv: 0.05, lapsesPerSecond: 0.5, lapseSeconds: 0.5 };
    const noise = createContactNoise(20 * RATE, RATE, options, createStream(8, 'contact'));
    const levels = Array.from({ length: 100 }, (_, part) => rms(noise.subarray(part * 100, part * 100 + 100)));
    expect(levels.filter((level) => level < 0.001).length).toBeGreaterThan(20);
    expect(levels.filter((level) => level > 0.02).length).toBeGreaterThan(5);
  });
});
