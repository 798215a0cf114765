import { expect, it } from 'vitest';
import { createTestPack } from '../store/fixtures/testPack';
import { createPruneFile } from './pruneFile';

const pack = createTestPack();

it('a list of prototypes to be left out has the reference’s branch names and its rows, ascending, each once', () => {
  const prototypes = [
    ['morphology', 151],
    ['global', 2],
    ['morphology', 9],
    ['morphology', 151],
    ['rhythm', 0],
  ].map(([branch, index]) => ({ branch: branch as 'rhythm', index: index as number }));
  expect(createPruneFile(prototypes, pack)).toEqual({
    format: 'protoecg-prune',
    formatVersion: 1,
    pack: { name: 'test', sha256: pack.sha256 },
    prune: { '1D': [0], '2D_partial': [9, 151], '2D_global': [2] },
  });
});

it('an empty list names every branch', () => {
  expect(createPruneFile([], pack).prune).toEqual({ '1D': [], '2D_partial': [], '2D_global': [] });
});
