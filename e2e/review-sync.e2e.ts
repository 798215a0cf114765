import { expect, type Page, test } from '@playwright/test';
import type { PrototypeStudy } from '../src/review/study';
import { Couch, type CouchServer, startCouchServer } from '../src/store/review/sync/fixtures/couchServer';
import { readDocuments } from '../src/store/review/sync/synchronise';
import { ReviewDesk } from './reviewDesk';
import { COUCH_PORT } from './support/places';
import { RatingDesk } from './support/ratingDesk';
import { writeTestFile } from './support/records';
import { createPackStudy } from './support/sessions';

const TITLE = 'Two sites';
const HOST = `localhost:${COUCH_PORT}`;
const URL_OF_STUDY = `http://${HOST}/study`;

let server: CouchServer;

async function startServer(): Promise<void> {
  server = await startCouchServer({ port: COUCH_PORT, name: 'two-sites' });
  await new Couch(URL_OF_STUDY).info();
}

function createSharedStudy(url: string): Promise<PrototypeStudy> {
  return createPackStudy('synthetic', ({ items }) => ({ title: TITLE, items: items.slice(0, 6), synchronisation: { url } }));
}

/** Begins the study as a cardiologist, with its file. */
async function begin(page: Page, file: string): Promise<RatingDesk> {
  const desk = new ReviewDesk(page);
  await desk.open();
  await desk.give([file]);
  await desk.chooseRole(TITLE, 'cardiologist');
  await desk.study(TITLE).getByRole('button', { name: 'Begin', exact: true }).click();
  const rating = new RatingDesk(page);
  await expect(rating.place).toHaveText('Item 1 of 6');
  await expect(rating.paper).toBeVisible();
  return rating;
}

/** Says that answers may be copied. */
async function allowCopying(page: Page): Promise<void> {
  await page.getByRole('button', { name: `Copy my answers to ${HOST}` }).click();
  await page.getByRole('button', { name: 'Begin copying' }).click();
}

async function countOnServer(): Promise<number> {
  const documents = await readDocuments(new Couch(URL_OF_STUDY, { skip_setup: true }));
  return documents.filter(({ type }) => type === 'entry').length;
}

test('answers are copied to a study’s server only when the reader says so, later where there is no connection, and fetched where they are merged', async ({ page, browser }, info) => {
  await startServer();
  const file = await writeTestFile(info, 'shared.study.json', JSON.stringify(await createSharedStudy(URL_OF_STUDY)));
  const before = server.requests.length;
  const rating = await begin(page, file);
  await rating.press('4', '5', 'n');
  await rating.waitUntilSaved();
  expect(server.requests.slice(before)).toEqual([]);

  await allowCopying(page);
  const copying = page.getByRole('region', { name: 'Copying to the study’s server' });
  await expect(copying).toContainText(`All answers are copied to ${HOST}.`);
  expect(await countOnServer()).toBe(2);

  await server.stop();
  await page.locator('.rate').focus();
  await rating.press('2', '1');
  await rating.waitUntilSaved();
  await expect(copying).toContainText('Your answers are safe here and are copied when there is one.');
  await startServer();
  await expect(copying).toContainText(`All answers are copied to ${HOST}.`);
  await expect.poll(countOnServer).toBe(4);

  // The coordinator, on another computer.
  const coordinator = new ReviewDesk(await (await browser.newContext()).newPage());
  await coordinator.open();
  await coordinator.give([file]);
  await expect(coordinator.study(TITLE)).toBeVisible();
  await coordinator.page.getByRole('link', { name: /Merge/ }).or(coordinator.page.getByRole('button', { name: /Merge/ })).first().click();
  await coordinator.page.getByRole('button', { name: `Fetch the answers to “${TITLE}” from ${HOST}` }).click();
  await coordinator.page.getByRole('button', { name: 'Fetch answers', exact: true }).click();
  await expect(coordinator.page.getByText(`1 reader’s answers came from ${HOST}.`)).toBeVisible();
  await expect(coordinator.page.getByText(/1 of 1 reader/)).toBeVisible();
  await coordinator.page.context().close();
  await server.stop();
});

test('a server that this page may not talk to is told of, and never asked', async ({ page }, info) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).host));
  const study = await createSharedStudy('https://elsewhere.example/study');
  await begin(page, await writeTestFile(info, 'elsewhere.study.json', JSON.stringify(study)));
  await expect(page.getByText('copy answers to elsewhere.example, which whoever hosts this page has not allowed')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Copy my answers/ })).toHaveCount(0);
  expect(asked).not.toContain('elsewhere.example');
});
