import { describe, expect, it } from 'vitest';
import { STANDARD_LEADS } from './lead';
import { findLead } from './leadName';

describe('findLead', () => {
  it.each(STANDARD_LEADS)('knows %s in every case and behind the customary words', (lead) => {
    const upper = lead.toUpperCase();
    const plain = [lead, upper, lead.toLowerCase(), ` ${lead}  `];
    const prefixed = ['Lead ', 'LEAD_', 'ECG ', 'ECG:', 'EKG ', 'ECG Lead ', 'MDC_ECG_LEAD_'].map((word) => word + upper);
    for (const name of [...plain, ...prefixed, `${lead} [µV]`, `${lead} (mV)`]) expect(findLead(name), name).toBe(lead);
  });

  it('knows the long names', () => {
    expect(findLead('MDC_ECG_ELEC_POTL_V1')).toBe('V1');
    expect(findLead('Lead I (Einthoven)')).toBe('I');
    expect(findLead('V 4')).toBe('V4');
    expect(['DI', 'DII', 'Lead diii'].map(findLead)).toEqual(['I', 'II', 'III']);
  });

  it.each(['', 'ECG', 'Lead', 'MLII', '-aVR', 'V3R', 'V7', 'vx', 'IV', 'V', 'RESP', 'I-II', 'Ilead', 'constructor'])(
    'takes "%s" for no standard lead',
    (name) => {
      expect(findLead(name)).toBeUndefined();
    },
  );
});
