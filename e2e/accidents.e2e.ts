import { expect, test } from '@playwright/test';
import { expectToAddUp } from './support/ledger';
import { PORTS } from './support/places';
import { writeRecord } from './support/records';
import { Workbench } from './workbench';

test('a GPU process that dies in the middle of a prediction costs time and nothing else', async ({ page, browser }) => {
  const desk = new Workbench(page);
  // The demo model takes software WebGPU seconds, so that there is a middle.
  await desk.open({ model: null, backend: 'webgpu', origin: `http://localhost:${PORTS.published}` });
  await desk.waitForModel();
  await desk.pickSample('Atrial fibrillation');
  await expect(desk.ecg).toBeVisible();
  await expect(desk.status).toHaveText('Computing the prediction.');
  const session = await browser.newBrowserCDPSession();
  const findGpu = async () => (await session.send('SystemInfo.getProcessInfo')).processInfo.find(({ type }) => type === 'GPU')?.id;
  const before = await findGpu();
  expect(before).toBeDefined();
  await session.send('Browser.crashGpuProcess').catch(() => undefined);
  await expect(desk.status).toHaveText('Computing the prediction.');
  await expect(desk.ecg).toBeVisible();

  await desk.waitForResult('atrial-fibrillation');
  expect(await findGpu()).not.toBe(before);
  expect(await desk.statementCode()).toBe('AFIB');
  expectToAddUp(await desk.readLedger());
});

test('a window whose size changes while the page draws ends up tidy', async ({ page }, info) => {
  const desk = new Workbench(page);
  await desk.open({ backend: 'wasm' });
  await desk.waitForModel();
  await desk.dropEcg(await writeRecord(info, 'patient', { seed: 3 }));
  for (const [width, height] of [[390, 844], [1024, 768], [700, 500], [1440, 900]] as const) await page.setViewportSize({ width, height });
  await desk.waitForResult('patient');
  expect(await desk.leadsOfCase(1)).toHaveLength(2);
  expectToAddUp(await desk.readLedger());
  const [sheet, window] = [await desk.ecg.boundingBox(), page.viewportSize()!];
  expect(sheet!.width).toBeGreaterThan(900);
  expect(await page.evaluate(() => document.scrollingElement!.scrollWidth)).toBe(window.width);
});
