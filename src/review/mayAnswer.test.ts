import { expect, it } from 'vitest';
import { createTestLog, createTestStudy, TEST_READER, TEST_TRAINING, toAnswered } from './fixtures/testReview';
import { foldLog } from './foldLog';
import type { ReviewEvent } from './logEntry';
import { mayAnswer } from './mayAnswer';
import { createOrder } from './order';
import type { PrototypeStudy } from './study';

const A = 'rating:morphology/0';
const T = 'training:morphology/90';

function asks(study: PrototypeStudy, id: string, ...events: readonly ReviewEvent[]): string[] {
  const item = createOrder(study, TEST_READER.id).find((one) => one.id === id)!;
  const folded = foldLog(createTestLog(study, events));
  return (['class', 'representativeness', 'mark'] as const).filter((question) => mayAnswer(study, folded, item, question));
}

it('an item can be answered and answered anew until the reader is done', () => {
  const study = createTestStudy();
  expect(asks(study, A)).toEqual(['representativeness', 'mark']);
  expect(asks(study, A, toAnswered(A, 'representativeness', 2), toAnswered(A, 'clarity', 2))).toEqual(['representativeness', 'mark']);
  expect(asks(study, A, { kind: 'locked' })).toEqual([]);
});

it('a hidden class comes first and is named once', () => {
  const hidden = createTestStudy({ isClassHidden: true });
  expect(asks(hidden, A)).toEqual(['class']);
  expect(asks(hidden, A, toAnswered(A, 'class', 'C1'))).toEqual(['representativeness', 'mark']);
});

it('training stands once it was answered, for then it is explained, until it is begun anew', () => {
  const study = createTestStudy({ training: TEST_TRAINING, gate: 1 });
  const first = toAnswered(T, 'representativeness', 1);
  const second = toAnswered(T, 'clarity', 1);
  expect(asks(study, T, first)).toEqual(['representativeness', 'mark']);
  expect(asks(study, T, first, second)).toEqual([]);
  expect(asks(study, A, first, second)).toEqual(['representativeness', 'mark']);
  expect(asks(study, T, first, second, { kind: 'trainingRestarted' })).toEqual(['representativeness', 'mark']);
});
