import { type Answer, CANNOT_JUDGE, type Score } from './answer';
import { CODES } from './codes';
import { toCsv } from './csv';
import { CSV_COLUMNS, type TableAnswer, type TableItem } from './csvColumns';
import { foldLog } from './foldLog';
import type { LogEntry, ReviewEvent } from './logEntry';
import { createOrder, isTraining, toCaseId } from './order';
import { findPair } from './pairItem';
import type { ReaderFile } from './readerFile';
import type { Study } from './study';

/** A question and its answer, as a row holds them. */
type Value = Pick<TableAnswer, 'question' | 'value' | 'label'>;
type Asked = Extract<ReviewEvent, { kind: 'answered' | 'read' }>;

/**
 * All answers of any number of readers as one table in long format, one row an answer, undone ones too; comma-separated,
 * with a head. `toCodebookCsv` explains it.
 */
export function toAnswersCsv(files: readonly ReaderFile[]): string {
  const rows = files.flatMap((file) => toTable(file).map((answer) => CSV_COLUMNS.map(({ cell }) => cell(answer))));
  return toCsv([CSV_COLUMNS.map(({ name }) => name), ...rows]);
}

function toTable({ study, reader, entries }: ReaderFile): readonly TableAnswer[] {
  const items = describeItems(study, reader.id);
  const undone = new Set(entries.flatMap(({ event }) => (event.kind === 'undone' ? [event.entry] : [])));
  const { standing } = foldLog(entries);
  const attempts = countAttempts(entries);
  return entries.flatMap((entry, i) => {
    const { seq, event } = entry;
    if (event.kind !== 'answered' && event.kind !== 'read') return [];
    return toValues(event).map(({ question, value, label }) => ({
      study,
      reader,
      entry,
      itemId: event.item,
      item: items.get(event.item) ?? describePair(event.item),
      stage: event.kind === 'read' ? event.stage : '',
      question,
      value,
      label,
      isUndone: undone.has(seq),
      isLatest: standing.has(seq),
      attempt: isTraining(event.item) ? attempts[i]! : null,
    }));
  });
}

/** For each entry, how often training had begun when it was written. */
function countAttempts(entries: readonly LogEntry[]): readonly number[] {
  let attempt = 1;
  return entries.map(({ event }) => (event.kind === 'trainingRestarted' ? ++attempt : attempt));
}

const NOTHING = { prototype: '', shownClass: '', trueClass: '', ecgSha256: '', caseLabel: '' };

function describeItems(study: Study, readerId: string): ReadonlyMap<string, TableItem> {
  if (study.kind === 'reading') {
    return new Map(
      study.cases.map(({ ecgSha256, label, truth }, place) => [
        toCaseId(place),
        { ...NOTHING, kind: 'case', trueClass: truth?.join(' ') ?? '', ecgSha256, caseLabel: label },
      ]),
    );
  }
  const trueClasses = new Map(study.planted.map((item) => [item.prototype, item.trueClasses]));
  return new Map(
    createOrder(study, readerId).map(({ id, kind, prototype, classes }) => {
      const own = kind === 'planted' ? trueClasses.get(prototype)! : classes;
      return [id, { ...NOTHING, kind, prototype, shownClass: classes.join(' '), trueClass: own.join(' ') }];
    }),
  );
}

/** What is no item of the study's order is a pair in an explanation. */
function describePair(item: string): TableItem {
  const { prototype = '', code = '', ecgSha256 = '' } = findPair(item) ?? {};
  return { ...NOTHING, kind: 'pair', prototype, shownClass: code, ecgSha256 };
}

function toValues(event: Asked): readonly Value[] {
  if (event.kind === 'answered') return [{ question: event.answer.question, value: toValue(event.answer), label: toLabel(event.answer) }];
  const { statements, confidence, predicted } = event;
  return [
    { question: 'statements', value: statements.join(' '), label: '' },
    { question: 'confidence', value: confidence, label: CODES.confidence[confidence] },
    ...(predicted ? [{ question: 'predicted', value: predicted.join(' '), label: '' } as const] : []),
  ];
}

function toValue({ value }: Answer): string | number {
  return Array.isArray(value) ? value.join(' ') : (value ?? '');
}

function toLabel(answer: Answer): string {
  if (answer.value === null) return 'taken back';
  if (answer.question === 'comment') return '';
  if (answer.value === CANNOT_JUDGE) return CODES.cannotJudge[CANNOT_JUDGE];
  switch (answer.question) {
    case 'class':
      return '';
    case 'mark':
      return CODES.mark[answer.value];
    case 'reasons':
      return answer.value.map((reason) => CODES.reason[reason]).join('; ');
    default:
      return CODES.score[answer.value satisfies Score];
  }
}
