import { expect, it } from 'vitest';
import { createTestPack } from '../store/fixtures/testPack';
import { createOwnStudy } from './ownStudy';
import { toPackMismatch } from './packMismatch';

const pack = createTestPack();
const study = createOwnStudy(pack.manifest, pack.sha256);

it('says nothing of a study of the model that is open', () => {
  expect(toPackMismatch(study, pack)).toBeNull();
});

it('names the study’s model and the one that is open, also where both bear the same name', () => {
  const other = createTestPack({ name: 'demo' });
  const sentence = toPackMismatch(study, { ...other, sha256: 'e'.repeat(64) });
  expect(sentence).toMatch(/^“Review of test” is of the model “test” \(test, 01234567\), and the model that is open is “demo” \(demo, eeeeeeee\)/);
  expect(toPackMismatch(study, { ...pack, sha256: 'f'.repeat(64) })).toMatch(/\(test, 01234567\).*\(test, ffffffff\)/);
});
