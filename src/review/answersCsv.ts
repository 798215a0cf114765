import { type Answer, CANNOT_JUDGE } from './answer';
import { CODES, type TableQuestion } from './codes';
import { toCsv } from './csv';
import { CSV_COLUMNS, type CsvColumn } from './csvColumns';
import { foldLog } from './foldLog';
import type { LogEntry } from './logEntry';
import { createOrder, isTraining, toCaseId } from './order';
import { findPair } from './pairItem';
import type { ReaderFile } from './readerFile';
import type { Study } from './study';

type Row = Readonly<Partial<Record<CsvColumn, string | number>>>;
/** A question and its answer, as a row holds them. */
type Value = Readonly<{ question: TableQuestion; value: string | number; value_label: string }>;

const COLUMNS = Object.keys(CSV_COLUMNS) as CsvColumn[];

/**
 * All answers of any number of readers as one table in long format, one row an answer, undone ones too; comma-separated,
 * with a head. `toCodebookCsv` explains it.
 */
export function toAnswersCsv(files: readonly ReaderFile[]): string {
  const rows = files.flatMap(toRows).map((row) => COLUMNS.map((column) => row[column] ?? ''));
  return toCsv([COLUMNS, ...rows]);
}

function toRows({ study, reader, entries }: ReaderFile): readonly Row[] {
  const about: Row = {
    study_sha256: study.contentSha256,
    study_title: study.title,
    pack_sha256: study.pack.sha256,
    reader_id: reader.id,
    reader_role: reader.role,
    reader_years: reader.years ?? '',
  };
  const items = describeItems(study, reader.id);
  const undone = new Set(entries.flatMap(({ event }) => (event.kind === 'undone' ? [event.entry] : [])));
  const { standing } = foldLog(entries);
  const attempts = countAttempts(entries);
  return entries.flatMap(({ seq, time, elapsedMs, event }, i) => {
    if (event.kind !== 'answered' && event.kind !== 'read') return [];
    const item = items.get(event.item) ?? describePair(event.item);
    return toValues(event).map((value) => ({
      ...about,
      seq,
      time,
      elapsed_ms: elapsedMs,
      item: event.item,
      ...item,
      stage: event.kind === 'read' ? event.stage : '',
      ...value,
      is_undone: Number(undone.has(seq)),
      is_latest: Number(standing.has(seq)),
      attempt: isTraining(event.item) ? attempts[i]! : '',
    }));
  });
}

/** For each entry, how often training had begun when it was written. */
function countAttempts(entries: readonly LogEntry[]): readonly number[] {
  let attempt = 1;
  return entries.map(({ event }) => (event.kind === 'trainingRestarted' ? ++attempt : attempt));
}

function describeItems(study: Study, readerId: string): ReadonlyMap<string, Row> {
  if (study.kind === 'reading') {
    return new Map(
      study.cases.map(({ ecgSha256, label, truth }, place) => [
        toCaseId(place),
        { item_kind: 'case', true_class: truth?.join(' ') ?? '', ecg_sha256: ecgSha256, case_label: label },
      ]),
    );
  }
  const trueClasses = new Map(study.planted.map((item) => [item.prototype, item.trueClasses]));
  return new Map(
    createOrder(study, readerId).map(({ id, kind, prototype, classes }) => {
      const own = kind === 'planted' ? trueClasses.get(prototype)! : classes;
      return [id, { item_kind: kind, ...describePrototype(prototype), shown_class: classes.join(' '), true_class: own.join(' ') }];
    }),
  );
}

function describePair(item: string): Row {
  const pair = findPair(item);
  if (!pair) return {};
  return { item_kind: 'pair', ...describePrototype(pair.prototype), shown_class: pair.code, ecg_sha256: pair.ecgSha256 };
}

function describePrototype(prototype: string): Row {
  return { branch: prototype.slice(0, prototype.indexOf('/')), prototype };
}

function toValues(event: Extract<LogEntry['event'], { kind: 'answered' | 'read' }>): readonly Value[] {
  if (event.kind === 'answered') return [toValue(event.answer)];
  const { statements, confidence, predicted } = event;
  return [
    { question: 'statements', value: statements.join(' '), value_label: '' },
    { question: 'confidence', value: confidence, value_label: CODES.confidence[confidence] },
    ...(predicted ? [{ question: 'predicted', value: predicted.join(' '), value_label: '' } as const] : []),
  ];
}

function toValue(answer: Answer): Value {
  const { question } = answer;
  if (answer.value === null) return { question, value: '', value_label: 'taken back' };
  switch (answer.question) {
    case 'comment':
      return { question, value: answer.value, value_label: '' };
    case 'class':
      return { question, value: answer.value, value_label: answer.value === CANNOT_JUDGE ? CODES.cannotJudge[CANNOT_JUDGE] : '' };
    case 'mark':
      return { question, value: answer.value, value_label: CODES.mark[answer.value] };
    case 'reasons':
      return { question, value: answer.value.join(' '), value_label: answer.value.map((reason) => CODES.reason[reason]).join('; ') };
    default:
      return { question, value: answer.value, value_label: answer.value === CANNOT_JUDGE ? CODES.cannotJudge[CANNOT_JUDGE] : CODES.score[answer.value] };
  }
}
