import { CODES } from './codes';
import { toCsv } from './csv';
import { CSV_COLUMNS } from './csvColumns';

/** The codes that a column holds, by the questions that they answer. */
const CODES_OF: Readonly<Record<string, readonly (readonly [questions: string, codes: Readonly<Record<string, string>>])[]>> = {
  item_kind: [['', CODES.itemKind]],
  stage: [['', CODES.stage]],
  question: [['', CODES.question]],
  value: [
    ['representativeness, clarity, match', CODES.score],
    ['representativeness, clarity, match, class', CODES.cannotJudge],
    ['mark', CODES.mark],
    ['reasons', CODES.reason],
    ['confidence', CODES.confidence],
  ],
};

/** Every column of a table of answers and every code in it, with its meaning: comma-separated values, as the answers are. */
export function toCodebookCsv(): string {
  return toCsv([
    ['column', 'question', 'code', 'meaning'],
    ...CSV_COLUMNS.flatMap(({ name, meaning }) => [
      [name, '', '', meaning],
      ...(CODES_OF[name] ?? []).flatMap(([questions, codes]) =>
        Object.entries(codes).map(([code, words]) => [name, questions, code, words]),
      ),
    ]),
  ]);
}
