import { expect, test } from '@playwright/test';
import { expectToAddUp } from './support/ledger';
import { holdBack, holdBackPredictions } from './support/hold';
import { writeRecord, writeTestFile } from './support/records';
import { Workbench } from './workbench';

const PICTURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);

test.describe('files that are no ECG', () => {
  test('are refused in one sentence, and the ECG before stays open', async ({ page }, info) => {
    const desk = new Workbench(page);
    await desk.open({ backend: 'wasm' });
    await desk.dropEcg(await writeRecord(info, 'patient', { seed: 3 }));
    await desk.waitForResult('patient');
    const ledger = await desk.readLedger();

    await desk.dropEcg([await writeTestFile(info, 'notes.txt', 'No ECG, only words.\n')]);
    await expect(desk.alert).toHaveText(/notes\.txt seems to be plain text.* The ECG before it stays open\.$/);
    await expect(desk.recordingNamed('patient')).toBeVisible();
    await expect(desk.ecg).toBeVisible();
    expect(await desk.readLedger()).toEqual(ledger);
    await page.getByRole('button', { name: 'Dismiss this message' }).click();
    await expect(desk.alert).toHaveCount(0);
  });

  test('are named with what they are or lack', async ({ page }, info) => {
    const desk = new Workbench(page);
    await desk.open({ backend: 'wasm' });
    const [header, signal] = await writeRecord(info, 'patient', { seed: 3 });
    const short = await writeRecord(info, 'short', { seed: 3, seconds: 9.5 });
    const picture = await writeTestFile(info, 'photo.png', PICTURE);
    for (const [files, sentence] of [
      [[header], /patient\.dat/],
      [[signal], /add its header patient\.hea/],
      [[picture], /photo\.png seems to be a PNG picture/],
      [short, /is 9\.5 s long; at least 10 s are needed/],
    ] as const) {
      await desk.dropEcg(files);
      await expect(desk.alert).toHaveText(sentence);
      await expect(desk.alert).toHaveCount(1);
      await expect(desk.ecg).toHaveCount(0);
    }
    await desk.dropEcg([header, signal]);
    await desk.waitForResult('patient');
    await expect(desk.alert).toHaveCount(0);
  });
});

test.describe('a model that cannot serve', () => {
  test('with one altered byte is not used, and the ECG is drawn', async ({ page }, info) => {
    await page.route('**/models/synthetic/morphology.safetensors', async (route) => {
      const response = await route.fetch();
      const bytes = await response.body();
      bytes[bytes.length - 1] ^= 1;
      await route.fulfill({ response, body: bytes });
    });
    const desk = new Workbench(page);
    await desk.open({ backend: 'wasm' });
    await desk.dropEcg(await writeRecord(info, 'patient', { seed: 3 }));
    await expect(desk.alert).toHaveText(/morphology\.safetensors was altered.*not used/);
    await expect(desk.ecg).toBeVisible();
    await expect(desk.statements).toHaveCount(0);
    await expect(desk.statement).toHaveCount(0);

    await page.unroute('**/models/synthetic/morphology.safetensors');
    await page.getByRole('button', { name: 'Try again' }).click();
    await desk.waitForResult('patient');
  });

  test('because there is none says how to make one, and the ECG is drawn', async ({ page }, info) => {
    await page.route('**/models/index.json', (route) => route.fulfill({ json: { packs: [] } }));
    const desk = new Workbench(page);
    await desk.open();
    await expect(page.getByRole('heading', { name: 'No model is installed here' })).toBeVisible();
    await expect(page.getByText('npm run pack -- --fusion')).toBeVisible();
    await desk.dropEcg(await writeRecord(info, 'patient', { seed: 3 }));
    await expect(desk.recordingNamed('patient')).toBeVisible();
    await expect(desk.ecg).toBeVisible();
    await expect(page.getByText('npm run pack -- --fusion')).toBeVisible();
    await expect(desk.statement).toHaveCount(0);
  });
});

test.describe('while something is on its way', () => {
  test('the first paint does not wait for the model, and an ECG is drawn before it is ready', async ({ page }, info) => {
    const release = await holdBack(page, '**/*.safetensors');
    const desk = new Workbench(page);
    await desk.open({ backend: 'wasm' });
    await expect(desk.status).toHaveText(/^Loading the model synthetic/);
    // The weights are still held back; the browser reports a paint a moment after it happened.
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length === 1);
    await expect(desk.status).toHaveText(/^Loading the model synthetic/);

    await desk.dropEcg(await writeRecord(info, 'patient', { seed: 3 }));
    await expect(desk.recordingNamed('patient')).toBeVisible();
    await expect(desk.ecg).toBeVisible();
    await expect(page.getByText('The prediction follows when the model is ready.')).toBeVisible();
    release();
    await desk.waitForResult('patient');
    expectToAddUp(await desk.readLedger());
  });

  test('a second ECG takes the place of the first, and so does its result', async ({ page }, info) => {
    const first = await writeRecord(info, 'first', { seed: 3 });
    const second = await writeRecord(info, 'second', { seed: 8, heartRatePerMinute: 110 });
    const desk = new Workbench(page);
    await desk.open({ backend: 'wasm' });
    const readAlone = async (files: typeof first, name: string) => {
      await desk.dropEcg(files);
      await desk.waitForResult(name);
      return { statements: await desk.statements.allTextContents(), ledger: await desk.readLedger() };
    };
    const ofFirst = await readAlone(first, 'first');
    const ofSecond = await readAlone(second, 'second');
    expect(ofFirst).not.toEqual(ofSecond);

    const release = await holdBackPredictions(page);
    await desk.open({ backend: 'wasm' });
    await desk.waitForModel();
    await desk.dropEcg(first);
    await expect(desk.recordingNamed('first')).toBeVisible();
    await expect(desk.status).toHaveText('Computing the prediction.');
    await desk.dropEcg(second);
    await expect(desk.recordingNamed('second')).toBeVisible();
    await expect(desk.statement).toHaveCount(0);
    await release();
    await desk.waitForResult('second');
    expect({ statements: await desk.statements.allTextContents(), ledger: await desk.readLedger() }).toEqual(ofSecond);
  });
});

test('falls back to WebAssembly and says why where there is no GPU', async ({ playwright, launchOptions, baseURL }, info) => {
  const args = launchOptions.args?.filter((flag) => flag !== '--enable-unsafe-webgpu') ?? [];
  const browser = await playwright.chromium.launch({ ...launchOptions, args: [...args, '--disable-gpu'] });
  try {
    const page = await browser.newPage();
    const desk = new Workbench(page);
    await desk.open({ backend: 'webgpu', origin: baseURL });
    await desk.dropEcg(await writeRecord(info, 'patient', { seed: 3 }));
    await desk.waitForResult('patient');
    await expect(desk.status).toHaveText(/with WebAssembly\.$/);
    await page.getByRole('button', { name: 'Computed with WebAssembly: why' }).click();
    await expect(page.getByRole('dialog')).toContainText('WebGPU is not available here');
    await page.keyboard.press('Escape');
    expectToAddUp(await desk.readLedger());
  } finally {
    await browser.close();
  }
});
