import { parse } from 'papaparse';
import { describe, expect, it } from 'vitest';
import { toAnswersCsv } from './answersCsv';
import { toCodebookCsv } from './codebook';
import { createReaderFile } from './createReaderFile';
import { createTestLog, createTestReadingStudy, createTestStudy, TEST_READER, TEST_TRAINING, toAnswered } from './fixtures/testReview';
import type { ReviewEvent } from './logEntry';
import type { Reader } from './reader';
import type { Study } from './study';

const fileOf = (study: Study, events: readonly ReviewEvent[], reader: Reader = TEST_READER) =>
  createReaderFile(study, reader, createTestLog(study, events, reader), new Date(0));

/** The rows of a table of answers as another program reads them. */
function read(csv: string): Record<string, string>[] {
  const { data, errors } = parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

const study = createTestStudy({
  title: 'Rhythm, “and” more',
  items: [
    { prototype: 'morphology/0', classes: ['C0'] },
    { prototype: 'global/7', classes: ['C1', 'C2'] },
  ],
  planted: [{ prototype: 'rhythm/3', classes: ['C1'], trueClasses: ['SR'] }],
  training: TEST_TRAINING,
});
const T = 'training:morphology/90';
const A = 'rating:morphology/0';

describe('a table of answers', () => {
  const [row, ...others] = read(toAnswersCsv([fileOf(study, [toAnswered(A, 'representativeness', 4)])]));

  it('has a row an answer with everything that tells it from others', () => {
    expect(others).toEqual([]);
    expect(row).toEqual({
      study_sha256: study.contentSha256,
      study_title: 'Rhythm, “and” more',
      pack_sha256: 'ab'.repeat(32),
      reader_id: '00112233445566ff',
      reader_role: 'cardiologist',
      reader_years: '12',
      seq: '0',
      time: '2026-03-02T00:00:00.000Z',
      elapsed_ms: '500',
      item: A,
      item_kind: 'rating',
      branch: 'morphology',
      prototype: 'morphology/0',
      shown_class: 'C0',
      true_class: 'C0',
      ecg_sha256: '',
      case_label: '',
      stage: '',
      question: 'representativeness',
      value: '4',
      value_label: 'agree',
      is_undone: '0',
      is_latest: '1',
      attempt: '',
    });
  });

  it('says every kind of answer as a code and in words', () => {
    const events = [
      toAnswered(A, 'clarity', 'cannotJudge'),
      toAnswered(A, 'mark', 'bad'),
      toAnswered(A, 'reasons', ['noise', 'wrongClass']),
      toAnswered(A, 'comment', 'Ä, "so"\nund so'),
      toAnswered(A, 'mark', null),
      toAnswered(A, 'class', 'LVH'),
    ];
    expect(read(toAnswersCsv([fileOf(study, events)])).map(({ question, value, value_label }) => [question, value, value_label])).toEqual([
      ['clarity', 'cannotJudge', 'the reader cannot judge'],
      ['mark', 'bad', 'should not serve as a prototype'],
      ['reasons', 'noise wrongClass', 'noise; wrong class'],
      ['comment', 'Ä, "so"\nund so', ''],
      ['mark', '', 'taken back'],
      ['class', 'LVH', ''],
    ]);
  });

  it('tells what was undone, what stands, and which time training was asked', () => {
    const events: ReviewEvent[] = [
      toAnswered(T, 'clarity', 1),
      { kind: 'trainingRestarted' },
      toAnswered(T, 'clarity', 5),
      toAnswered(A, 'clarity', 2),
      toAnswered(A, 'clarity', 3),
      toAnswered(A, 'clarity', 4),
      { kind: 'undone', entry: 5 },
      { kind: 'skipped', item: A },
    ];
    expect(read(toAnswersCsv([fileOf(study, events)])).map(({ seq, is_undone, is_latest, attempt }) => [seq, is_undone, is_latest, attempt])).toEqual([
      ['0', '0', '0', '1'],
      ['2', '0', '1', '2'],
      ['3', '0', '0', ''],
      ['4', '0', '1', ''],
      ['5', '1', '0', ''],
    ]);
  });

  it('keeps the shown class of a planted item apart from the true one, and both classes of a joint prototype', () => {
    const rows = read(toAnswersCsv([fileOf(study, [toAnswered('planted:rhythm/3', 'clarity', 1), toAnswered('rating:global/7', 'clarity', 1)])]));
    expect(rows.map(({ item_kind, branch, shown_class, true_class }) => [item_kind, branch, shown_class, true_class])).toEqual([
      ['planted', 'rhythm', 'C1', 'SR'],
      ['rating', 'global', 'C1 C2', 'C1 C2'],
    ]);
  });

  it('names the ECG and the statement of a pair', () => {
    const [pair] = read(toAnswersCsv([fileOf(study, [toAnswered('pair:morphology/15:0123456789abcdef:LAO/LAE', 'match', 5)])]));
    expect(pair).toMatchObject({ item_kind: 'pair', branch: 'morphology', prototype: 'morphology/15', shown_class: 'LAO/LAE', ecg_sha256: '0123456789abcdef', value: '5' });
  });

  it('of a reading has a row for statements, confidence and what the model predicted', () => {
    const reading = createTestReadingStudy();
    const events: ReviewEvent[] = [
      { kind: 'read', item: 'case:0', stage: 'first', statements: ['AFIB', 'LVH'], confidence: 2 },
      { kind: 'read', item: 'case:0', stage: 'final', statements: [], confidence: 5, predicted: ['SR', 'LVH'] },
    ];
    const rows = read(toAnswersCsv([fileOf(reading, events)]));
    expect(rows.map(({ stage, question, value, value_label, seq }) => [stage, question, value, value_label, seq])).toEqual([
      ['first', 'statements', 'AFIB LVH', '', '0'],
      ['first', 'confidence', '2', 'unsure', '0'],
      ['final', 'statements', '', '', '1'],
      ['final', 'confidence', '5', 'very sure', '1'],
      ['final', 'predicted', 'SR LVH', '', '1'],
    ]);
    expect(rows[0]).toMatchObject({ item_kind: 'case', case_label: 'Case 1', true_class: 'AFIB LVH', ecg_sha256: '1'.repeat(64), prototype: '', is_latest: '1' });
  });

  it('holds all readers under one head', () => {
    const other: Reader = { id: 'ffffffffffffffff', role: 'resident', years: null };
    const csv = toAnswersCsv([fileOf(study, [toAnswered(A, 'clarity', 1)]), fileOf(study, [toAnswered(A, 'clarity', 2)], other)]);
    expect(csv.match(/study_sha256/g)).toHaveLength(1);
    expect(read(csv).map(({ reader_id, reader_years, value }) => [reader_id, reader_years, value])).toEqual([
      ['00112233445566ff', '12', '1'],
      ['ffffffffffffffff', '', '2'],
    ]);
    expect(toAnswersCsv([]).split('\r\n')).toHaveLength(2);
  });

  it('holds nothing that a spreadsheet would run, and every text can be had back', () => {
    const comments = ['=1+1', '+49 30', '-', '@SUM(A1)', '\tx', '＝1', "'tis", '=HYPERLINK("http://x","y")', 'a=1', ''];
    const rows = read(toAnswersCsv([fileOf(createTestStudy({ title: '=cmd' }), comments.map((comment) => toAnswered(A, 'comment', comment)))]));
    expect(rows.map(({ value }) => value)).toEqual(["'=1+1", "'+49 30", "'-", "'@SUM(A1)", "'\tx", "'＝1", "''tis", `'=HYPERLINK("http://x","y")`, 'a=1', '']);
    expect(rows.map(({ value }) => value!.replace(/^'/, ''))).toEqual(comments);
    expect(rows[0]!.study_title).toBe("'=cmd");
  });

  it('ends its lines as RFC 4180 wants', () => {
    const csv = toAnswersCsv([fileOf(study, [toAnswered(A, 'comment', 'a\nb')])]);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv).toContain('"a\nb"');
    expect(csv.split('\r\n')).toHaveLength(3);
  });
});

describe('the codebook', () => {
  const codebook = read(toCodebookCsv());

  it('explains every column of the table, in its order', () => {
    const columns = toAnswersCsv([]).trim().split(',');
    expect(codebook.filter(({ code }) => code === '').map(({ column }) => column)).toEqual(columns);
    expect(codebook.every(({ meaning }) => meaning !== '')).toBe(true);
  });

  it('explains every code', () => {
    const codesOf = (column: string, question = '') => codebook.filter((row) => row.column === column && row.code !== '' && row.question!.includes(question)).map(({ code }) => code);
    expect(codesOf('item_kind')).toEqual(['training', 'rating', 'planted', 'repeat', 'pair', 'case']);
    expect(codesOf('stage')).toEqual(['first', 'final']);
    expect(codesOf('question')).toHaveLength(10);
    expect(codesOf('value', 'clarity')).toEqual(['1', '2', '3', '4', '5', 'cannotJudge']);
    expect(codesOf('value', 'mark')).toEqual(['best', 'bad']);
    expect(codesOf('value', 'reasons')).toEqual(['noise', 'wrongClass', 'wrongSegment', 'duplicate', 'artefact', 'other']);
    expect(codesOf('value', 'confidence')).toEqual(['1', '2', '3', '4', '5']);
  });
});
