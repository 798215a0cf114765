import { expect, it } from 'vitest';
import { foldLog } from './foldLog';
import { createTestLog, createTestStudy } from './fixtures/testReview';
import type { ReviewEvent } from './logEntry';
import { createOrder } from './order';
import { findGate } from './progress';
import { findFeedback, findReachable } from './training';

const study = createTestStudy({
  gate: 0.5,
  training: [
    { prototype: 'global/1', classes: ['NORM'], accepted: { clarity: [4, 5] }, explanation: 'Clear.' },
    { prototype: 'rhythm/1', classes: ['AFIB'], accepted: { representativeness: [5] }, explanation: 'Typical.' },
  ],
});
const order = createOrder(study, 'reader');
const rate = (item: string, representativeness: 1 | 5, clarity: 1 | 5): ReviewEvent[] => [
  { kind: 'answered', item, answer: { question: 'representativeness', value: representativeness } },
  { kind: 'answered', item, answer: { question: 'clarity', value: clarity } },
];

it('tells what is accepted once all is answered, not before, and only of training', () => {
  const begun = foldLog(createTestLog(study, rate('training:global/1', 1, 5).slice(0, 1)));
  expect(findFeedback(study, order, begun, order[0]!)).toBeNull();
  const answered = foldLog(createTestLog(study, [...rate('training:global/1', 1, 5), ...rate('training:rhythm/1', 1, 5), ...rate('rating:morphology/0', 5, 5)]));
  expect(findFeedback(study, order, answered, order[0]!)).toEqual({ accepted: { clarity: [4, 5] }, explanation: 'Clear.', isAccepted: true });
  expect(findFeedback(study, order, answered, order[1]!)).toEqual({ accepted: { representativeness: [5] }, explanation: 'Typical.', isAccepted: false });
  expect(findFeedback(study, order, answered, order[2]!)).toBeNull();
});

it('shows nothing behind the gate before it is passed', () => {
  const reachable = (events: readonly ReviewEvent[]) =>
    findReachable(order, findGate(study, order, foldLog(createTestLog(study, events)))).map(({ id }) => id);
  const training = ['training:global/1', 'training:rhythm/1'];
  expect(reachable([])).toEqual(training);
  expect(reachable([...rate('training:global/1', 1, 1), ...rate('training:rhythm/1', 1, 1)])).toEqual(training);
  expect(reachable([...rate('training:global/1', 1, 5), ...rate('training:rhythm/1', 1, 1)])).toHaveLength(6);
});
