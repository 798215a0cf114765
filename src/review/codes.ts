import { CANNOT_JUDGE, type Mark, type RatedQuestion, type Reason, type Score } from './answer';
import type { ReadingStage } from './logEntry';
import type { ItemKind } from './order';

/** What an item is in a table of answers: of an order, a pair in an explanation, or an ECG of a reading study. */
export type TableItemKind = ItemKind | 'pair' | 'case';

/** The questions of a table of answers. */
export type TableQuestion = RatedQuestion | 'class' | 'mark' | 'reasons' | 'comment' | 'match' | 'statements' | 'confidence' | 'predicted';

/** The codes of exported tables and what they mean. */
export const CODES = {
  score: {
    1: 'strongly disagree',
    2: 'disagree',
    3: 'neither agree nor disagree',
    4: 'agree',
    5: 'strongly agree',
  } satisfies Record<Score, string>,
  cannotJudge: { [CANNOT_JUDGE]: 'the reader cannot judge' },
  confidence: {
    1: 'very unsure',
    2: 'unsure',
    3: 'neither sure nor unsure',
    4: 'sure',
    5: 'very sure',
  } satisfies Record<Score, string>,
  mark: { best: 'the best of its class', bad: 'should not serve as a prototype' } satisfies Record<Mark, string>,
  reason: {
    noise: 'noise',
    wrongClass: 'wrong class',
    wrongSegment: 'wrong segment',
    duplicate: 'duplicate of another prototype',
    artefact: 'artefact',
    other: 'another reason, see the comment',
  } satisfies Record<Reason, string>,
  itemKind: {
    training: 'asked first, explained afterwards, not counted',
    rating: 'a prototype shown as what it is',
    planted: 'a prototype shown with a class that is not its own',
    repeat: 'a prototype that the same reader rated before',
    pair: 'an ECG and a prototype in an explanation',
    case: 'an ECG of a reading study',
  } satisfies Record<TableItemKind, string>,
  stage: {
    first: 'read without the explanation',
    final: 'read with the explanation',
  } satisfies Record<ReadingStage, string>,
  question: {
    class: 'which statement the prototype shows, named before the class was revealed: a code, or that the reader cannot judge',
    representativeness: 'is this a typical or defining presentation of the class: 1 to 5, or cannot judge',
    clarity: 'is the signal interpretable and clear, or noisy: 1 to 5, or cannot judge',
    mark: 'best of its class, or bad; empty: neither',
    reasons: 'why it is bad: codes with spaces between them',
    comment: 'in the reader’s words',
    match: 'does this pair of ECG and prototype match: 1 to 5, or cannot judge',
    statements: 'which statements the ECG shows: codes with spaces between them; empty: none',
    confidence: 'how sure the reader is: 1 to 5',
    predicted: 'what the model predicted of the ECG, as the reader saw it: codes with spaces between them; no answer of the reader',
  } satisfies Record<TableQuestion, string>,
} as const;
