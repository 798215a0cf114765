import { expect, it } from 'vitest';
import { createTestReadingStudy, toTestHash } from '../fixtures/testReadingStudy';
import { matchCases } from './matchCases';

it('finds the cases by the hash of their samples, tells what is missing and what is foreign, and takes a case once', () => {
  const study = createTestReadingStudy([null, null, null]);
  const given = [
    { id: 5, sha256: toTestHash(2) },
    { id: 6, sha256: toTestHash(9) },
    { id: 7, sha256: toTestHash(0) },
    { id: 8, sha256: toTestHash(2) },
  ];
  expect(matchCases(study, given)).toEqual({ idOf: new Map([[0, 7], [2, 5]]), missing: [1], foreign: [6] });
});
