import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { threeReaderFiles, threeReaderStudy } from '../fixtures/threeReaders';
import { toAdjudicationCsv } from './adjudicationCsv';
import { findDisputed } from './findDisputed';
import { toPrototypesCsv } from './prototypesCsv';
import { summariseStudy } from './summariseStudy';

const { prototypes } = summariseStudy(threeReaderStudy, threeReaderFiles);
const decisions = new Map([['morphology/0', { kind: 'prune' as const, note: '=too noisy, "really"' }]]);
const parse = (csv: string) => Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });

it('writes a row for each prototype, with its numbers and the decision', () => {
  const { data, errors } = parse(toPrototypesCsv(threeReaderStudy, prototypes, decisions));
  expect(errors).toEqual([]);
  expect(data).toHaveLength(12);
  expect(data[0]).toMatchObject({
    branch: 'morphology',
    prototype: 'morphology/0',
    classes: 'AFIB',
    finished_readers: '3',
    representativeness_n: '3',
    representativeness_score_1: '2',
    representativeness_score_2: '1',
    clarity_n: '2',
    clarity_cannot_judge: '1',
    bad_votes: '2',
    class_named: '0',
    decision: 'prune',
    // No spreadsheet takes a note for a formula.
    decision_note: `'=too noisy, "really"`,
  });
  expect(Number(data[0]!.representativeness_mean)).toBeCloseTo(4 / 3, 9);
});

it('writes the opinions on what is disputed under letters, and never who the reader is', () => {
  const csv = toAdjudicationCsv(threeReaderStudy, findDisputed(prototypes, 1), decisions);
  const { data } = parse(csv);
  expect(data.map(({ prototype, reader }) => `${prototype} ${reader}`)).toEqual(
    [0, 1, 2].flatMap((index) => ['A', 'B', 'C'].map((letter) => `morphology/${index} ${letter}`)),
  );
  expect(data.filter(({ prototype }) => prototype === 'morphology/1').map(({ representativeness, mark }) => `${representativeness} ${mark}`).sort()).toEqual(
    ['1 bad', '1 bad', '2 '],
  );
  for (const { reader } of threeReaderFiles) expect(csv).not.toContain(reader.id);
});
