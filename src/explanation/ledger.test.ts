import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import { sentenceOf } from '../../tools/synthetic/sentenceOf';
import { STANDARD_LEADS } from '../ecg/lead';
import { measureEcg } from '../signal/measure/measureEcg';
import { createTestPack, createTestPrediction } from '../store/fixtures/testPack';
import { compareLedger } from './compareLedger';
import { createLedger, type LedgerSources } from './createLedger';
import { explainStatement, SUM_TOLERANCE } from './explainStatement';
import { ledgerFileSchema, type LedgerFile } from './ledgerFile';
import { hashLedger } from './ledgerHash';
import { findLedgerText, readLedger } from './readLedger';
import { timeLedger } from './timeLedger';

const pack = createTestPack({ name: 'one', simulated: true });
const prediction = createTestPrediction(pack);
const gap = createSyntheticEcg({ seed: 4, samplingRateHz: 250 });
gap.leads.V6.fill(Number.NaN, 100, 120);
const ecg = { ...gap, format: 'WFDB (format 16)', scale: '1 LSB = 1 µV', remarks: ['Recorded of Erika Mustermann.'], derivedLeads: ['III' as const] };

const sources: LedgerSources = {
  app: 'The page',
  intendedUse: 'Research use.',
  written: new Date('2026-03-01T13:05:00Z'),
  pack,
  ecg,
  names: ['mustermann-erika.hea', 'mustermann-erika.dat'],
  prediction,
  explanation: explainStatement(pack, prediction, 1),
  timeLedger: timeLedger(pack, prediction, 1),
  selectedPrototype: { branch: 'morphology', index: 1 },
  measurements: measureEcg(createSyntheticEcg({ seed: 4, samplingRateHz: 250 })),
  view: {
    layout: 'automatic',
    pageForm: 'sixByTwo',
    leadOrder: 'cabrera',
    rhythmLead: 'V1',
    paperSpeedMmPerSecond: 50,
    gainMmPerMv: 20,
    signal: 'seen',
    caseOrder: 'ownSimilarity',
    ledgerBase: 'average',
    caseView: 'overlaid',
  },
  sheet: {
    magnification: 2,
    leadAlone: 'V1',
    calipers: { kind: 'both', lead: 'V1', firstSeconds: 1.2, secondSeconds: 2.1, isMarching: true },
  },
};

let ledger: LedgerFile;
let text: string;

beforeAll(async () => {
  ledger = await createLedger(sources);
  text = JSON.stringify(ledger);
});

const toBytes = (words: string) => new TextEncoder().encode(words);

/** A ledger that was changed by hand, its own hash made to fit. */
async function edited(edit: (copy: Record<string, never> & LedgerFile) => void): Promise<string> {
  const copy = JSON.parse(text) as Record<string, never> & LedgerFile;
  edit(copy);
  return JSON.stringify({ ...copy, contentSha256: await hashLedger(copy) });
}

describe('a ledger', () => {
  it('keeps to its schema', () => {
    expect(v.safeParse(ledgerFileSchema, JSON.parse(text)).issues).toBeUndefined();
  });

  it('holds the ECG sample by sample, missing samples too', async () => {
    const read = await readLedger(text);
    expect(read.ecg).toMatchObject({ samplingRateHz: 250, sampleCount: 2500, derivedLeads: ['III'], format: 'WFDB (format 16)', scale: '1 LSB = 1 µV' });
    for (const lead of STANDARD_LEADS) expect(read.ecg.leads[lead]).toEqual(ecg.leads[lead]);
    expect(read.ecg.leads.V6.slice(100, 120).every(Number.isNaN)).toBe(true);
  });

  it('holds a sum that adds up: bias, every contribution, logit; and over time the morphology branch', () => {
    const { bias, logit, prototypes, branchContributions, timeLedger: time } = ledger.statement;
    expect(prototypes).toHaveLength(6);
    for (const { weight, similarity, contribution } of prototypes) expect(contribution).toBe(weight * similarity);
    const sum = prototypes.reduce((total, { contribution }) => total + contribution, bias);
    expect(Math.abs(sum - logit)).toBeLessThanOrEqual(SUM_TOLERANCE);
    expect(time.contributions.reduce((total, value) => total + value, 0)).toBeCloseTo(branchContributions.morphology, 6);
    expect(prototypes.filter(({ bestWindow }) => bestWindow !== null).map(({ branch }) => branch)).toEqual(['morphology', 'morphology']);
    expect(ledger.predictions.map(({ code }) => code)).toEqual(['SR', 'AFIB', 'LVH', 'NORM']);
  });

  it('names no file and repeats nobody’s remarks', async () => {
    expect(text).not.toMatch(/mustermann/i);
    const naming = await createLedger({ ...sources, ecg: { ...ecg, scale: 'the gain in mustermann-erika.hea' } });
    expect(JSON.stringify(naming)).not.toMatch(/mustermann/i);
    expect(naming.ecg.scale).toBe('not kept, because it names a file');
    // A record that is called 1 is in every number.
    expect((await createLedger({ ...sources, names: ['1.hea'] })).ecg.scale).toBe('1 LSB = 1 µV');
  });

  it('is known by its content, cut or not, and nothing else is', () => {
    expect(findLedgerText(toBytes(`\n ${text}`))).toContain('samplesMv');
    expect(findLedgerText(toBytes(text.slice(0, 500)))).toBe(text.slice(0, 500));
    expect(findLedgerText(toBytes('{"format":"other"}'))).toBeUndefined();
    expect(findLedgerText(toBytes(`x${text}`))).toBeUndefined();
    expect(findLedgerText(new Uint8Array())).toBeUndefined();
  });

  it('may be formatted anew and its keys put in another order', async () => {
    const reversed = Object.fromEntries(Object.entries(JSON.parse(text) as object).reverse());
    expect((await readLedger(JSON.stringify(reversed, null, 4))).ledger).toEqual(ledger);
  });
});

describe('a ledger is refused in one sentence', () => {
  it('when the file breaks off', async () => {
    expect(await sentenceOf(() => readLedger(text.slice(0, -40)))).toBe('This explanation is damaged: the file breaks off or is no JSON.');
  });

  it('when its format is newer', async () => {
    const newer = await edited((copy) => Object.assign(copy, { formatVersion: 2, more: 1 }));
    expect(await sentenceOf(() => readLedger(newer))).toBe(
      'This explanation has the format version 2, and this page reads version 1: open it with a newer page.',
    );
  });

  it.each([
    ['a field is missing', (copy: LedgerFile) => delete (copy.ecg as Partial<LedgerFile['ecg']>).sampleCount, 'ecg.sampleCount is missing'],
    ['a lead is another', (copy: LedgerFile) => Object.assign(copy.ecg, { leads: [...STANDARD_LEADS].reverse() }), 'ecg.leads.0 cannot be “"V6"”'],
    ['a probability is none', (copy: LedgerFile) => (copy.predictions[0]!.probability = 1.2), 'predictions.0.probability cannot be “1.2”'],
    ['a word is added', (copy: LedgerFile) => Object.assign(copy, { patient: 'Erika' }), 'patient is unknown'],
  ])('when %s', async (_, edit, fault) => {
    const sentence = await sentenceOf(async () => readLedger(await edited(edit)));
    expect(sentence).toBe(`This explanation is damaged: ${fault}.`);
  });

  it('when samples are missing, or are no base64', async () => {
    const sentence = 'This explanation is damaged: its samples are not 2500 of each of twelve leads.';
    expect(await sentenceOf(async () => readLedger(await edited((copy) => (copy.ecg.samplesMv = copy.ecg.samplesMv.slice(0, -8)))))).toBe(sentence);
    expect(await sentenceOf(async () => readLedger(await edited((copy) => (copy.ecg.samplesMv = '§'))))).toBe(sentence);
  });

  it('when samples or numbers were changed', async () => {
    const sentence = /^This explanation was changed after it was written/;
    const { samplesMv } = ledger.ecg;
    const other = (samplesMv.startsWith('AAAA') ? 'AAEA' : 'AAAA') + samplesMv.slice(4);
    expect(await sentenceOf(async () => readLedger(await edited((copy) => (copy.ecg.samplesMv = other))))).toMatch(sentence);
    expect(await sentenceOf(() => readLedger(text.replace('"bias":0.25', '"bias":0.75')))).toMatch(sentence);
  });
});

describe('what is computed now', () => {
  it('equals the ledger where it is the same', () => {
    expect(compareLedger(ledger, pack, prediction)).toEqual({ isSameModel: true, probability: 0, logits: 0, isEqual: true });
  });

  it('differs by the largest difference of a contribution and of a probability', () => {
    const now = createTestPrediction(pack, [0.5, 0.25, 1, 2.01, 0.5, 0.125]);
    const { isEqual, logits, probability } = compareLedger(ledger, pack, now);
    // AFIB weighs morphology/1 by 5.
    expect(logits).toBeCloseTo(0.05, 5);
    const differences = now.probabilities.map((value, i) => Math.abs(value - prediction.probabilities[i]!));
    expect(probability).toBeCloseTo(Math.max(...differences), 12);
    expect(isEqual).toBe(false);
  });

  it('of another model is compared in the statements that both have, and in no sum', () => {
    const other = { ...createTestPack({ name: 'two', codes: ['SR', 'PACE', 'LVH', 'NORM'] }), sha256: 'f'.repeat(64) };
    expect(compareLedger(ledger, other, prediction)).toEqual({ isSameModel: false, probability: 0, logits: null, isEqual: false });
    const stranger = { ...createTestPack({ name: 'three', codes: ['A', 'B', 'C', 'D'] }), sha256: 'f'.repeat(64) };
    expect(compareLedger(ledger, stranger, prediction).probability).toBeNull();
  });
});
