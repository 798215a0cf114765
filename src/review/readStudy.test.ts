import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../../tools/synthetic/sentenceOf';
import { createTestPack } from '../store/fixtures/testPack';
import { createTestReadingStudy, createTestStudy, TEST_TRAINING } from './fixtures/testReview';
import { findReviewText } from './findReviewText';
import { createOwnStudy } from './ownStudy';
import { readStudy } from './readStudy';
import type { Study } from './study';

const study = createTestStudy({ training: TEST_TRAINING, gate: 0.5 });
const text = JSON.stringify(study);

describe('a study file', () => {
  it('is read as it was made, whatever the order of its keys', () => {
    const own = createOwnStudy(createTestPack().manifest, 'ab'.repeat(32));
    for (const made of [study, createTestReadingStudy(), own]) {
      expect(readStudy(JSON.stringify(made))).toEqual(made);
      expect(readStudy(JSON.stringify(Object.fromEntries(Object.entries(made).reverse()), null, 4))).toEqual(made);
    }
  });

  it('is known by its content', () => {
    const bytes = (words: string) => new TextEncoder().encode(words);
    expect(findReviewText(bytes(`\uFEFF\n${text}`))).toEqual({ kind: 'study', text: `\n${text}` });
    expect(findReviewText(bytes(text.slice(0, 40)))).toEqual({ kind: 'study', text: text.slice(0, 40) });
    // Words in a comment are no mark.
    expect(findReviewText(bytes(JSON.stringify({ comment: '"format":"protoecg-study"' })))).toBeUndefined();
    expect(findReviewText(new Uint8Array())).toBeUndefined();
  });

  it.each([
    ['it breaks off', text.slice(0, 300), 'This study is damaged: the file breaks off or is no JSON.'],
    ['it is of another program', '{"format":"redcap"}', 'This file is no study: its format is “redcap” instead of “protoecg-study”.'],
    ['it is newer', text.replace('"formatVersion":1', '"formatVersion":7'), 'This study has the format version 7, and this page reads version 1: open it with a newer page.'],
    ['it was changed', text.replace('Test study', 'Text study'), 'This study was changed after it was made: its contents do not match their own SHA-256.'],
    ['a class is added', text.replace('["C1"]', '["C1","C0"]'), 'This study was changed after it was made: its contents do not match their own SHA-256.'],
    ['a field is unknown', text.replace('"gate"', '"hurdle":1,"gate"'), 'This study is damaged: hurdle is unknown.'],
    ['a prototype is none', text.replace('morphology/3', 'atria/3'), 'This study is damaged: items.3.prototype cannot be “"atria/3"”.'],
    ['an accepted score is none', text.replace('[4,5]', '[4,9]'), 'This study is damaged: training.0.accepted.representativeness.1 cannot be “9”.'],
    ['its kind is unknown', text.replace('"kind":"prototypes"', '"kind":"quiz"'), 'This study is damaged: kind cannot be “"quiz"”.'],
    ['nothing is asked', text.replace('["representativeness","clarity"]', '[]'), 'This study is damaged: questions cannot have the length 0.'],
  ])('is refused in one sentence when %s', async (_, damaged, sentence) => {
    expect(damaged).not.toBe(text);
    expect(await sentenceOf(() => readStudy(damaged))).toBe(sentence);
  });

  const twice = { prototype: 'morphology/3', classes: ['C1'] };
  it.each<[string, Study, string]>([
    ['a prototype twice', createTestStudy({ items: [twice, twice] }), 'the prototype morphology/3 occurs twice'],
    ['the right class planted', createTestStudy({ planted: [{ ...twice, trueClasses: ['C0', 'C1'] }] }), 'the planted class of morphology/3 is its own'],
    ['repeats without a seed', createTestStudy({ seed: null, repeatShare: 0.1 }), 'repeats need a seed to be drawn with'],
    ['planted items without a seed', createTestStudy({ seed: null, planted: [{ ...twice, trueClasses: ['C0'] }] }), 'planted items need a seed to be mixed with the others'],
    ['a gate without training', createTestStudy({ gate: 1 }), 'there is a gate but no training item'],
    ['a role twice', createTestStudy({ roles: ['resident', 'resident'] }), 'the role “resident” occurs twice'],
    ['an ECG twice', createTestReadingStudy({ cases: [1, 2].map((i) => ({ ecgSha256: 'c'.repeat(64), label: `Case ${i}`, truth: null })) }), 'the ECG cccccccc occurs twice'],
    ['a label twice', createTestReadingStudy({ cases: ['c', 'd'].map((c) => ({ ecgSha256: c.repeat(64), label: 'Case', truth: null })) }), 'two cases are called “Case”'],
  ])('is refused with %s', async (_, impossible, fault) => {
    expect(await sentenceOf(() => readStudy(JSON.stringify(impossible)))).toBe(`This study contradicts itself: ${fault}.`);
  });
});
