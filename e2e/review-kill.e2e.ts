import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { findBrokenLink, toFirstHash } from '../src/review/log';
import type { LogEntry } from '../src/review/logEntry';
import { createRandom } from '../tools/synthetic/random';
import { answer, openOwnReview, type ReviewView, viewReview } from './support/reviewPage';

const KILLS = 50;
/** The longest time from the first answer to the kill, in milliseconds. */
const LONGEST_LIFE_MS = 250;
/** The reader answers these of every item, one after the other; the first is not required and completes nothing. */
const QUESTIONS = ['comment', 'representativeness', 'clarity'] as const;

/** Ends a browser as a power cut does: without a word. */
async function kill(context: BrowserContext): Promise<void> {
  const session = await context.browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const closed = context.waitForEvent('close');
  process.kill(processInfo.find(({ type }) => type === 'browser')!.id, 'SIGKILL');
  await closed;
}

/** Has the reader answer without a pause, each answer after a random wait, saved or not. */
function beginAnswering(page: Page, seed: number): Promise<void> {
  return page.evaluate(
    ({ questions, seed }) => {
      const { store, actions } = window.review;
      const find = () => {
        const { open } = store.getState();
        return open?.kind === 'prototypes' ? open : undefined;
      };
      let told = find()!.savedCount;
      store.subscribe(({ saving }) => {
        const open = find();
        if (saving.status !== 'saved' || !open || open.savedCount === told) return;
        void window.acknowledge!(open.entries.slice(told, open.savedCount));
        told = open.savedCount;
      });
      let state = seed;
      const step = (): void => {
        const open = find();
        if (!open?.item) return;
        const question = questions[open.entries.length % questions.length]!;
        const value = 1 + ((open.entries.length * 7) % 5);
        void actions.answer(question === 'comment' ? { question, value: `comment ${open.entries.length}` } : { question, value: value as 1 });
        if (question === questions.at(-1)) actions.next();
        state = (state * 1103515245 + 12345) % 2 ** 31;
        setTimeout(step, (state >> 8) % 60);
      };
      step();
    },
    { questions: QUESTIONS, seed },
  );
}

/** Everything that was said to be saved is there, and the chain holds; @returns the item that comes next by the log alone. */
function expectKept({ entries, firstHashOf, isForgetful, saving }: ReviewView, acknowledged: readonly LogEntry[]): void {
  expect(isForgetful).toBe(false);
  expect(saving).toEqual({ status: 'saved' });
  expect(entries.slice(0, acknowledged.length)).toEqual(acknowledged);
  expect(findBrokenLink(toFirstHash(firstHashOf.study, firstHashOf.reader), entries)).toBeUndefined();
  for (const [i, { event }] of entries.entries()) {
    expect(event).toMatchObject({ kind: 'answered', answer: { question: QUESTIONS[i % QUESTIONS.length] } });
  }
}

test(`a browser that is killed ${KILLS} times loses nothing that it said was saved`, async () => {
  const info = test.info();
  test.setTimeout(300_000);
  const { launchOptions, baseURL } = info.project.use;
  const profile = info.outputPath('profile');
  const { uniform } = createRandom(20);
  let acknowledged: readonly LogEntry[] = [];
  let unsaid = 0;
  let items: readonly string[] = [];
  for (let life = 0; life <= KILLS; life++) {
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions, ...(baseURL !== undefined && { baseURL }) });
    const page = context.pages()[0] ?? (await context.newPage());
    await page.exposeFunction('acknowledge', (saved: readonly LogEntry[]) => {
      acknowledged = [...acknowledged, ...saved];
    });
    const view = await openOwnReview(page);
    expectKept(view, acknowledged);
    unsaid += view.entries.length - acknowledged.length;
    items = items.length > 0 ? items : await page.evaluate(() => window.review.store.getState().open!.order.map((item) => (item as { id: string }).id));
    expect(view.item).toBe(items[Math.floor(view.entries.length / QUESTIONS.length)] ?? null);
    acknowledged = view.entries;
    if (life === KILLS) {
      await context.close();
      break;
    }
    await beginAnswering(page, life + 1);
    await new Promise((done) => setTimeout(done, uniform(0, LONGEST_LIFE_MS)));
    await kill(context);
  }
  info.annotations.push({ type: 'answers', description: `${acknowledged.length} kept, ${unsaid} of them not yet said to be saved when the browser was killed` });
  // Otherwise it was killed when nothing was under way.
  expect(acknowledged.length).toBeGreaterThan(KILLS);
});

test('two tabs on one review show the same, and one that is full says so and loses nothing', async ({ page, context }) => {
  const session = await context.newCDPSession(page);
  await page.goto('/e2e/harness/index.html');
  const { origin } = new URL(page.url());
  // Before the first write: for a while the browser remembers how much room there was.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 400_000 });
  await openOwnReview(page);
  const other = await context.newPage();
  await openOwnReview(other);
  await answer(page, { question: 'clarity', value: 5 });
  await expect.poll(async () => (await viewReview(other)).entries.length).toBe(1);
  await answer(other, { question: 'representativeness', value: 2 });
  await expect.poll(async () => (await viewReview(page)).entries.length).toBe(2);
  expect((await viewReview(other)).entries).toEqual((await viewReview(page)).entries);

  let full = await viewReview(page);
  for (let turn = 0; full.saving.status === 'saved' && turn < 100; turn++) {
    await answer(page, ...Array.from({ length: 10 }, () => ({ question: 'comment' as const, value: 'x'.repeat(2000) })));
    full = await viewReview(page);
  }
  expect(full.saving).toEqual({ status: 'failed', sentence: expect.stringMatching(/^The browser has no room left/) });
  expect(full.entries).toHaveLength(full.savedCount + 10);
  await expect.poll(async () => (await viewReview(other)).entries).toEqual(full.entries.slice(0, full.savedCount));

  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await page.evaluate(() => window.review.actions.retry());
  expect(await viewReview(page)).toMatchObject({ saving: { status: 'saved' }, savedCount: full.entries.length });
  await expect.poll(async () => (await viewReview(other)).entries).toEqual(full.entries);
  expect((await openOwnReview(page)).entries).toEqual(full.entries);
});
