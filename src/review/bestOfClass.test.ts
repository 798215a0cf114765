import { expect, it } from 'vitest';
import { toBestEvents } from './bestOfClass';
import { createTestLog, createTestStudy, TEST_READER, TEST_TRAINING, toAnswered } from './fixtures/testReview';
import { foldLog } from './foldLog';
import type { ReviewEvent } from './logEntry';
import { createOrder, type ReviewItem } from './order';

const joint = { prototype: 'morphology/9', classes: ['C0', 'C1'] };
const study = createTestStudy({
  seed: 'seed',
  repeatShare: 1,
  items: [0, 1, 2, 3, 4, 5].map((index) => ({ prototype: `morphology/${index}`, classes: [`C${index >> 1}`] })).concat([joint]),
  planted: [{ prototype: 'rhythm/0', classes: ['C0'], trueClasses: ['SR'] }],
  training: TEST_TRAINING,
});
const order = createOrder(study, TEST_READER.id);
const find = (id: string): ReviewItem => order.find((item) => item.id === id)!;
const best = (item: string): ReviewEvent => toAnswered(item, 'mark', 'best');
const none = (item: string): ReviewEvent => toAnswered(item, 'mark', null);

/** Marks items as best one after the other, as the page does, and tells the events of the last. */
function markInTurn(...ids: readonly string[]): { readonly last: readonly ReviewEvent[]; readonly standing: readonly string[] } {
  const events: ReviewEvent[] = [];
  let last: readonly ReviewEvent[] = [];
  for (const id of ids) {
    last = toBestEvents(order, foldLog(createTestLog(study, events)), find(id));
    events.push(...last);
  }
  const { items } = foldLog(createTestLog(study, events));
  return { last, standing: [...items].filter(([, { answers }]) => answers.mark === 'best').map(([id]) => id).sort() };
}

it('the first best of a class takes no mark away, nor does one of another class', () => {
  expect(markInTurn('rating:morphology/0').last).toEqual([best('rating:morphology/0')]);
  expect(markInTurn('rating:morphology/0', 'rating:morphology/2')).toEqual({
    last: [best('rating:morphology/2')],
    standing: ['rating:morphology/0', 'rating:morphology/2'],
  });
});

it('an earlier best of the class loses its mark by an event of its own, before the new one gets it', () => {
  expect(markInTurn('rating:morphology/0', 'rating:morphology/1')).toEqual({
    last: [none('rating:morphology/0'), best('rating:morphology/1')],
    standing: ['rating:morphology/1'],
  });
});

it('a joint prototype takes the place of both classes’ best, and either takes its place', () => {
  expect(markInTurn('rating:morphology/0', 'rating:morphology/2', 'rating:morphology/4', 'rating:morphology/9').standing).toEqual([
    'rating:morphology/4',
    'rating:morphology/9',
  ]);
  expect(markInTurn('rating:morphology/9', 'rating:morphology/3').standing).toEqual(['rating:morphology/3']);
});

it('a planted item is judged as the class that it is shown as', () => {
  expect(markInTurn('rating:morphology/0', 'planted:rhythm/0').standing).toEqual(['planted:rhythm/0']);
});

it('a repeat does not take the mark from itself, but from others', () => {
  const repeat = order.find(({ kind, classes }) => kind === 'repeat' && classes.length === 1)!;
  const other = order.find(({ id, classes, prototype }) => id === `rating:${prototype}` && classes.join() === repeat.classes.join() && prototype !== repeat.prototype)!;
  expect(markInTurn(`rating:${repeat.prototype}`, repeat.id).standing).toHaveLength(2);
  expect(markInTurn(other.id, repeat.id).standing).toEqual([repeat.id]);
});

it('training has its own best', () => {
  expect(markInTurn('training:morphology/90', 'rating:morphology/0').standing).toEqual(['rating:morphology/0', 'training:morphology/90']);
  expect(markInTurn('training:morphology/90', 'training:morphology/91').standing).toEqual(['training:morphology/91']);
});
