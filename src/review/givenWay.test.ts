import { expect, it } from 'vitest';
import { createTestLog, createTestStudy } from './fixtures/testReview';
import { findGivenWay } from './givenWay';
import type { ReviewEvent } from './logEntry';

const mark = (item: string, value: 'best' | 'bad' | null): ReviewEvent => ({ kind: 'answered', item, answer: { question: 'mark', value } });

const find = (...events: readonly ReviewEvent[]) => findGivenWay(createTestLog(createTestStudy(), events));

it('finds what ceased to be the best because another became it', () => {
  expect(find(mark('a', 'best'), mark('a', null), mark('b', null), mark('c', 'best'))).toEqual(['a', 'b']);
  expect(find(mark('a', 'best'), mark('b', 'best'))).toEqual([]);
  expect(find(mark('a', null), mark('b', 'bad'))).toEqual([]);
  expect(find(mark('b', null), mark('b', 'best'))).toEqual([]);
  expect(find()).toEqual([]);
});
