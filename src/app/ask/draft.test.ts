import { describe, expect, it } from 'vitest';
import { STANDARD_LEADS } from '../../ecg/lead';
import type { MissingFact } from '../../ecg/statedFacts';
import { OWN, toAnswer, toDraft, toStated } from './draft';

const RATE: MissingFact = { fact: 'samplingRateHz', sampleCount: 5000, offers: [250, 500] };
const UNIT: MissingFact = {
  fact: 'microvoltsPerUnit',
  typicalSpan: 1200,
  offers: [{ unit: 'µV', microvoltsPerUnit: 1 }],
  inferred: { microvoltsPerUnit: 1, because: 'they are large' },
};
const ORDER: MissingFact = { fact: 'leadOrder', leadCount: 12, offers: [{ name: 'the usual', leads: STANDARD_LEADS }] };
const ALL = [RATE, UNIT, ORDER];

const own = (asked: MissingFact, entered: string) => toAnswer(asked, { option: OWN, own: entered });

describe('the choices', () => {
  it('state nothing before they are made, not even what is inferred', () => {
    expect(toStated(ALL, toDraft(ALL, {}))).toEqual({ stated: {}, open: ['samplingRateHz', 'microvoltsPerUnit', 'leadOrder'] });
  });

  it('state what was offered', () => {
    const draft = { samplingRateHz: { option: '1', own: '' }, microvoltsPerUnit: { option: null, own: '' }, leadOrder: { option: '0', own: '' } };
    expect(toStated(ALL, draft)).toEqual({ stated: { samplingRateHz: 500, leadOrder: STANDARD_LEADS }, open: ['microvoltsPerUnit'] });
  });

  it('come back where they are to be changed, offered or typed', () => {
    const stated = { samplingRateHz: 257.5, microvoltsPerUnit: 1, leadOrder: [...STANDARD_LEADS].reverse() };
    const draft = toDraft(ALL, stated);
    expect(draft).toMatchObject({ samplingRateHz: { option: OWN, own: '257.5' }, microvoltsPerUnit: { option: '0' }, leadOrder: { option: OWN } });
    expect(toStated(ALL, draft)).toEqual({ stated, open: [] });
  });
});

describe('what is typed', () => {
  it('is a number above 0, with a decimal point or comma', () => {
    expect(own(RATE, ' 257,5 ')).toEqual({ stated: { samplingRateHz: 257.5 } });
    expect(own(UNIT, '4.88')).toEqual({ stated: { microvoltsPerUnit: 4.88 } });
    for (const entered of ['-5', '0', '5 Hz', '1,000.5', 'Infinity']) expect(own(RATE, entered)).toEqual({ fault: `“${entered}” is no number above 0.` });
    expect(own(RATE, ' ')).toEqual({});
  });

  it('names every lead once, in any of the customary ways', () => {
    const { leadOrder } = own(ORDER, 'i; ii; iii; AVR; avl; Lead aVF; V1;V2;V3;V4;V5;V6').stated!;
    expect(leadOrder).toEqual(STANDARD_LEADS);
    expect(own(ORDER, STANDARD_LEADS.join(' ')).stated).toEqual({ leadOrder: STANDARD_LEADS });
  });

  it.each([
    ['I, II, V7', '“V7” is none of the twelve leads.'],
    ['I, II, I', 'I is named twice.'],
    ['I, II,', '2 leads are named, and the file holds 12.'],
    ['V1', '1 lead is named, and the file holds 12.'],
  ])('as leads in “%s” says what is wrong', (entered, fault) => {
    expect(own(ORDER, entered)).toEqual({ fault });
  });
});
