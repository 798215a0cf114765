import { CODES } from './codes';
import { toCsv } from './csv';
import { CSV_COLUMNS, type CsvColumn } from './csvColumns';

/** The codes that a column holds. */
const CODES_OF: Partial<Record<CsvColumn, readonly (readonly [context: string, codes: Readonly<Record<string, string>>])[]>> = {
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
  const columns = Object.entries(CSV_COLUMNS) as [CsvColumn, string][];
  return toCsv([
    ['column', 'question', 'code', 'meaning'],
    ...columns.flatMap(([column, meaning]) => [
      [column, '', '', meaning],
      ...(CODES_OF[column] ?? []).flatMap(([question, codes]) =>
        Object.entries(codes).map(([code, words]) => [column, question, code, words]),
      ),
    ]),
  ]);
}
