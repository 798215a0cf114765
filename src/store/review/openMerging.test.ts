import { expect, it } from 'vitest';
import { threeReaderFiles, threeReaderStudy } from '../../review/fixtures/threeReaders';
import { createTestReview } from './fixtures/testReview';
import { openMerging } from './openMerging';

it('lets the rest of the page know what merged readers said, until their files are taken away', async () => {
  const review = createTestReview();
  const { actions, store } = openMerging(review);
  const dropped = threeReaderFiles.map((file, i) => ({
    name: `${i}.json`,
    arrayBuffer: () => Promise.resolve(new TextEncoder().encode(JSON.stringify(file)).buffer),
  }));
  await actions.add(dropped);
  const { readersRatings, disagreements } = review.store.getState();
  expect(readersRatings!.packSha256).toBe(threeReaderStudy.pack.sha256);
  expect([...readersRatings!.prototypes.keys()]).toEqual(threeReaderStudy.items.map(({ prototype }) => prototype));
  expect([...readersRatings!.prototypes.values()].reduce((sum, { bad }) => sum + bad, 0)).toBeGreaterThan(0);
  expect(disagreements.size).toBeGreaterThan(0);
  for (const { id } of store.getState().files) await actions.remove(id);
  expect(review.store.getState().readersRatings).toBeNull();
});
