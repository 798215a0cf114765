import { expect, it } from 'vitest';
import { findCurrentQuestion, findQuestions, stepQuestion } from './currentQuestion';
import { type ItemAnswers, UNTOUCHED } from './foldLog';
import { createTestStudy } from './fixtures/testReview';

const study = createTestStudy();
const hidden = createTestStudy({ isClassHidden: true });
const of = (answers: Partial<ItemAnswers>): ItemAnswers => ({ ...UNTOUCHED.answers, ...answers });

it('asks for the class alone while it is hidden, and for reasons only of what is bad', () => {
  expect(findQuestions(hidden, of({}))).toEqual(['class']);
  expect(findQuestions(hidden, of({ class: 'LVH' }))).toEqual(['representativeness', 'clarity']);
  expect(findQuestions(study, of({ mark: 'best' }))).toEqual(['representativeness', 'clarity']);
  expect(findQuestions(study, of({ mark: 'bad' }))).toEqual(['representativeness', 'clarity', 'reasons']);
  expect(findQuestions(createTestStudy({ questions: ['clarity'] }), of({}))).toEqual(['clarity']);
});

it('is at the first that is not answered, or where the reader went', () => {
  expect(findCurrentQuestion(hidden, of({}), null)).toBe('class');
  expect(findCurrentQuestion(study, of({}), null)).toBe('representativeness');
  expect(findCurrentQuestion(study, of({ representativeness: 'cannotJudge' }), null)).toBe('clarity');
  expect(findCurrentQuestion(study, of({ representativeness: 1 }), 'representativeness')).toBe('representativeness');
});

it('is nowhere once all is answered, so that a digit too many changes nothing', () => {
  const answered = of({ representativeness: 4, clarity: 5, mark: 'bad' });
  expect(findCurrentQuestion(study, answered, null)).toBeNull();
  expect(findCurrentQuestion(study, answered, 'reasons')).toBe('reasons');
  expect(findCurrentQuestion(study, of({ representativeness: 4, clarity: 5 }), 'reasons')).toBeNull();
});

it('moves from question to question and stays at the ends', () => {
  const questions = ['representativeness', 'clarity'] as const;
  expect(stepQuestion(questions, 'representativeness', 1)).toBe('clarity');
  expect(stepQuestion(questions, 'clarity', 1)).toBe('clarity');
  expect(stepQuestion(questions, 'clarity', -1)).toBe('representativeness');
  expect(stepQuestion(questions, null, 1)).toBe('representativeness');
  expect(stepQuestion(questions, null, -1)).toBe('clarity');
});
