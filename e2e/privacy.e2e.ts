import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, type Page, type Request, test } from '@playwright/test';
import { SITE } from './support/places';
import { createSyntheticEcg } from '../tools/synthetic/ecg';
import { writeMuse } from '../tools/synthetic/deviceXml/museWriter';
import { writeRecord, writeTestFile } from './support/records';
import { Workbench } from './workbench';

/** How many records are kept in the browser's databases, by their table. */
function countKept(page: Page): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(async () => {
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error!);
      });
    const counts: Record<string, number> = {};
    for (const { name } of await indexedDB.databases()) {
      const database = await settle(indexedDB.open(name!));
      const tables = [...database.objectStoreNames];
      for (const table of tables) counts[table] = await settle(database.transaction(table).objectStore(table).count());
      database.close();
    }
    return counts;
  });
}

test('nothing of an ECG leaves the browser or stays in it', async ({ page, context, baseURL }, info) => {
  const requests: Request[] = [];
  const sockets: string[] = [];
  context.on('request', (request) => requests.push(request));
  page.on('websocket', (socket) => sockets.push(socket.url()));

  const desk = new Workbench(page);
  await desk.open({ backend: 'wasm' });
  await desk.waitForModel();
  const before = { url: page.url(), title: await page.title() };
  await desk.dropEcg(await writeRecord(info, 'secret-patient', { seed: 5 }));
  await desk.waitForResult('secret-patient');
  await desk.openPrototype(2);
  await desk.leadsOfCase(2);
  await desk.chooseLayout('12 × 1');
  await desk.orderCases(/^By similarity/);
  await page.getByRole('button', { name: /^Colours/ }).click();
  await page.getByRole('button', { name: 'Close this ECG' }).click();
  await expect(page.getByRole('button', { name: 'Choose ECG files' })).toBeVisible();

  // The worker's requests are among them, or this test would see half of the page only.
  expect(requests.map((request) => request.url())).toContain(`${baseURL}/models/synthetic/morphology.safetensors`);
  for (const request of requests) {
    const url = new URL(request.url());
    if (url.protocol === 'data:') continue;
    expect(url.origin).toBe(baseURL);
    expect(request.method()).toBe('GET');
    expect(request.postData()).toBeNull();
    if (url.protocol === 'blob:') continue;
    // A request that names a file of the site, and nothing more, carries nothing of the patient.
    if (!request.isNavigationRequest()) expect(url.search).toBe('');
    expect(existsSync(join(SITE, decodeURIComponent(url.pathname))), url.pathname).toBe(true);
  }
  expect(sockets).toEqual([]);

  expect({ url: page.url(), title: await page.title() }).toEqual(before);
  const kept = await page.evaluate(async () => ({
    local: Object.entries(localStorage),
    session: Object.keys(sessionStorage),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    history: history.state as unknown,
    opened: performance.getEntriesByType('navigation').length,
  }));
  // Where reviews are kept, nothing is when nothing was rated.
  expect(await countKept(page)).toEqual({ entries: 0, sessions: 0, studies: 0 });
  const display = JSON.stringify({
    pageForm: 'page',
    leadOrder: 'standard',
    rhythmLead: 'II',
    paperSpeedMmPerSecond: 25,
    gainMmPerMv: 10,
    calibrations: [],
    theme: 'light',
    paperColours: 'ecg',
    isNoteRead: false,
    caseOrder: 'ownSimilarity',
    ledgerBase: 'zero',
    caseView: 'beside',
  });
  expect(kept).toEqual({
    local: [['protoecg.display', display]],
    session: [],
    caches: [],
    workers: 0,
    history: null,
    opened: 1,
  });
  expect(await context.cookies()).toEqual([]);
});

/** What the file and its name say of the patient. */
const IDENTITY = /secret|Mustermann/i;

test('what is saved, told to the console, or stands in title and address names neither file nor patient', async ({ page }, info) => {
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  const desk = new Workbench(page);
  await desk.open({ backend: 'wasm' });
  const { bytes } = writeMuse(createSyntheticEcg({ seed: 5 }));
  expect(new TextDecoder().decode(bytes)).toMatch(IDENTITY);
  await desk.dropEcg([await writeTestFile(info, 'secret-patient.xml', bytes)]);
  await desk.waitForResult();
  // The file's name stands on the page while it is open, and what it says of the patient does not.
  const shown = await page.locator('body').innerText();
  expect(shown).toContain('secret-patient.xml');
  expect(shown.replaceAll('secret-patient.xml', '')).not.toMatch(IDENTITY);
  const [, hash] = /ECG ([0-9a-f]{8})/.exec(shown)!;

  const save = async (press: () => Promise<void>) => {
    const download = page.waitForEvent('download');
    await press();
    const file = await download;
    expect(file.suggestedFilename()).toContain(hash);
    expect(`${file.suggestedFilename()} ${await readFile(await file.path(), 'utf8')}`).not.toMatch(IDENTITY);
  };
  await save(async () => {
    await page.getByRole('button', { name: /^Save figure: ECG/ }).first().click();
    await page.getByRole('menuitem', { name: 'SVG, to scale' }).first().click();
  });
  await page.getByRole('button', { name: 'Report', exact: true }).click();
  await save(() => page.getByRole('button', { name: 'Save the explanation (JSON)' }).click());
  expect(await page.evaluate(() => JSON.stringify([document.title, location.href, { ...localStorage }, history.state]))).not.toMatch(IDENTITY);
  expect(told.join(' ')).not.toMatch(IDENTITY);
});

test.describe('the browser itself', () => {
  let elsewhere: Server;
  let address: string;
  let received: string[];
  test.beforeAll(async () => {
    received = [];
    elsewhere = createServer((request, response) => {
      received.push(`${request.method} ${request.url}`);
      response.setHeader('Access-Control-Allow-Origin', '*').end();
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
  });
  test.afterAll(() => elsewhere.close());

  test('refuses to send anything elsewhere', async ({ page }) => {
    const desk = new Workbench(page);
    await desk.open({ backend: 'wasm' });
    await desk.waitForModel();
    for (const url of [address, 'http://127.0.0.1:9/']) {
      const violated = await page.evaluate(async (url) => {
        const violation = new Promise<string>((resolve) =>
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true }),
        );
        const answer = fetch(url, { method: 'POST', body: 'ECG' }).then(() => 'sent');
        return answer.catch(() => violation);
      }, url);
      expect(violated).toBe('connect-src');
    }
    expect(received).toEqual([]);
  });

  // A worker of its own address has its response's policy, not the page's, and sees the ECG all the same.
  test('refuses it to the worker too', async ({ page }) => {
    const desk = new Workbench(page);
    await desk.open({ backend: 'wasm' });
    await desk.waitForModel();
    const answers = await Promise.all(
      page.workers().map((worker) =>
        worker.evaluate((url) => fetch(url, { method: 'POST', body: 'ECG' }).then(() => 'sent', () => 'refused'), address),
      ),
    );
    expect(answers.length).toBeGreaterThan(0);
    expect(new Set(answers)).toEqual(new Set(['refused']));
    expect(received).toEqual([]);
  });
});
