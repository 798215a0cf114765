import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import { STANDARD_LEADS } from '../ecg/lead';
import { mapLeads } from '../ecg/mapLeads';
import { toModelInput } from '../model/modelInput';
import { toDifferenceView, toSeenView } from './modelView';
import { one } from './fixtures/testPage';

const LEAD_ORDER = [...STANDARD_LEADS].reverse();
const INPUT = { ...one.manifest.input, leadOrder: LEAD_ORDER };

describe.each([100, 257, 500])('of a recording at %s Hz', (samplingRateHz) => {
  const recorded = createSyntheticEcg({ seed: 5, samplingRateHz });
  const values = toModelInput(recorded, INPUT);
  const seen = toSeenView(recorded, values, INPUT);

  it('what the model saw is the very input, by the names of the leads', () => {
    expect(seen).toMatchObject({ kind: 'seen', cutoffHz: 0.5, ecg: { samplingRateHz: 100, sampleCount: 1000 } });
    LEAD_ORDER.forEach((lead, row) => {
      expect(seen.ecg.leads[lead]).toEqual(values.slice(row * 1000, (row + 1) * 1000));
    });
  });

  it('a constant offset and a slow drift are in the difference, and nothing of them in what was seen', () => {
    const drift = (i: number) => 1 + 0.5 * Math.sin((2 * Math.PI * 0.05 * i) / samplingRateHz);
    const flat = mapLeads((lead) => recorded.leads[lead].map((_, i) => drift(i)));
    const drifting = { ...recorded, leads: flat as typeof recorded.leads };
    const view = toSeenView(drifting, toModelInput(drifting, INPUT), INPUT);
    const difference = toDifferenceView(drifting, view);
    expect(difference.kind).toBe('difference');
    // Away from the ends, where resampling meets the zeros beyond the recording.
    for (let i = 200; i < 800; i++) {
      expect(Math.abs(difference.ecg.leads.V3[i]! - drift((i * samplingRateHz) / 100))).toBeLessThan(0.05);
    }
  });
});

it('at the model’s own rate, seen and difference add up to the recording, sample by sample', () => {
  const recorded = createSyntheticEcg({ seed: 5, samplingRateHz: 100 });
  const seen = toSeenView(recorded, toModelInput(recorded, INPUT), INPUT);
  const { leads } = toDifferenceView(recorded, seen).ecg;
  recorded.leads.II.forEach((millivolts, i) => expect(seen.ecg.leads.II[i]! + leads.II[i]!).toBeCloseTo(millivolts, 5));
});
