import { expect, it } from 'vitest';
import { createTestPack } from '../store/fixtures/testPack';
import { foldLog } from './foldLog';
import { createEntry } from './log';
import type { LogEntry, ReviewEvent } from './logEntry';
import { createOrder } from './order';
import { createOwnStudy } from './ownStudy';
import { findAnswerTime, findRatedBad, toOwnItemId } from './ownRatings';

const { manifest, sha256 } = createTestPack();

function toEntries(...events: readonly ReviewEvent[]): readonly LogEntry[] {
  return events.map((event, seq) => createEntry('', { seq, time: `2026-03-0${seq + 1}T00:00:00.000Z`, elapsedMs: 0, event }));
}

const mark = (item: string, value: 'best' | 'bad' | null): ReviewEvent => ({ kind: 'answered', item, answer: { question: 'mark', value } });

it('calls a prototype what the order of the own review calls it', () => {
  const order = createOrder(createOwnStudy(manifest, sha256), 'a reader');
  expect(order.find(({ prototype }) => prototype === 'global/1')!.id).toBe(toOwnItemId({ branch: 'global', index: 1 }));
});

it('finds the prototypes that are bad now: not those that were, are best, or belong to another item', () => {
  const entries = toEntries(
    mark('rating:global/1', 'bad'),
    mark('rating:rhythm/0', 'bad'),
    mark('rating:morphology/0', 'best'),
    mark('rating:morphology/1', 'bad'),
    mark('rating:morphology/1', null),
    mark('rating:rhythm/1', 'bad'),
    { kind: 'undone', entry: 5 },
    mark('planted:global/0', 'bad'),
  );
  expect(findRatedBad(manifest, foldLog(entries))).toEqual([{ branch: 'rhythm', index: 0 }, { branch: 'global', index: 1 }]);
});

it('tells when something was last said that still stands', () => {
  const entries = toEntries(mark('a', 'bad'), mark('b', 'bad'), mark('a', 'best'), { kind: 'undone', entry: 2 });
  const folded = foldLog(entries);
  expect(findAnswerTime(entries, folded, 'a')).toBe('2026-03-01T00:00:00.000Z');
  expect(findAnswerTime(entries, folded, 'b')).toBe('2026-03-02T00:00:00.000Z');
  expect(findAnswerTime(entries, folded, 'c')).toBeUndefined();
});
