import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { STANDARD_LEADS } from '../src/ecg/lead';
import { holdBack } from './support/hold';
import { expectToAddUp } from './support/ledger';
import { measureSecondMm, readPdf } from './support/pdf';
import { writeRecord, writeTestFile } from './support/records';
import { Workbench } from './workbench';

const SCALE_TOLERANCE = 0.01;

/** The page as the browser's own print command puts it on paper. */
async function print(page: Page) {
  return readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
}

async function save(page: Page, press: () => Promise<void>): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await press();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** Saves a figure by the menu at it. */
async function saveFigure(page: Page, figure: RegExp, format: 'SVG, to scale' | 'PNG, 300 pixels an inch') {
  return save(page, async () => {
    await page.getByRole('button', { name: figure }).first().click();
    await page.getByRole('menuitem', { name: format }).first().click();
  });
}

test.describe('with an ECG open', () => {
  let desk: Workbench;
  test.beforeEach(async ({ page }, info) => {
    desk = new Workbench(page);
    await desk.open({ backend: 'wasm' });
    await desk.dropEcg(await writeRecord(info, 'secret-patient', { seed: 3 }));
    await desk.waitForResult('secret-patient');
    await desk.leadsOfCase(2);
  });

  test('prints one page to scale: ECG, prediction, evidence, model, checks, and nobody’s name', async ({ page }) => {
    const code = await desk.statementCode();
    const hash = await page.getByRole('banner').locator('code').first().textContent();
    const ledger = await desk.readLedger();
    await expect(page.locator('.measurement-line')).toBeVisible();
    const printed = await print(page);

    expect(printed.count).toBe(1);
    expect([Math.round(printed.widthMm), Math.round(printed.heightMm)]).toEqual([297, 210]);
    expect(Math.abs(measureSecondMm(printed) / 25 - 1)).toBeLessThan(SCALE_TOLERANCE);
    expect(printed.imageCount).toBe(0);

    expect(printed.text).toContain(hash!);
    expect(printed.text).toContain('WebAssembly');
    expect(printed.text).toContain('Research use. Not a medical device.');
    expect(printed.text).toMatch(/Checks passed: sum equals the logit \(difference [\de-]+\), backend’s self-check/);
    expect(printed.text).toContain('25 mm/s · 10 mm/mV');
    expect(printed.text).toMatch(/Heart rate\s+\d+ ± \d+\/min/);
    expect(printed.text).toContain(`Contributions to ${code}`);
    expect(printed.words.map(({ text }) => text)).toEqual(expect.arrayContaining([...STANDARD_LEADS]));
    expect(printed.text).toContain(ledger.prototypes[0]!.name);
    expect(printed.text).toMatch(/Cases \(2 of 142\)/);
    expect(printed.text).not.toContain('secret');
    expect(printed.text).not.toContain('Open another');
  });

  test('a name is on paper while its dialog is open, and nowhere afterwards', async ({ page }) => {
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Report' });
    await expect(dialog.getByRole('region', { name: 'Preview of the report' })).toContainText('Research use.');
    const name = dialog.getByRole('textbox', { name: 'Name or number on the report' });
    await expect(name).toHaveValue('');
    await name.fill('Erika Mustermann, bed 4');
    await dialog.getByRole('radio', { name: 'The chosen one' }).click();
    await dialog.getByRole('radio', { name: '3' }).click();
    const printed = await print(page);
    expect(printed.text).toContain('Erika Mustermann, bed 4');
    expect(printed.text).toMatch(/Cases \(3 of 142\)/);
    expect(printed.count).toBe(1);
    const { violations } = await new AxeBuilder({ page }).include('.report-dialog').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);

    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect((await print(page)).text).not.toContain('Erika');
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    await expect(name).toHaveValue('');
    expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain('Erika');
  });

  test('is white paper, also on a dark screen', async ({ page }) => {
    const groundOf = (place: string) => page.locator(`${place} .paper-ground`).first().evaluate((ground) => getComputedStyle(ground).fill);
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await groundOf('.ecg-panel');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await groundOf('.ecg-panel')).not.toBe(light);
    await page.getByRole('button', { name: /^Report/ }).click();
    await expect(page.getByRole('button', { name: /^Print or save/ })).toBeVisible();
    expect(await groundOf('.report-preview')).toBe(light);
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(page.locator('body > .report .paper-ground').first()).toBeAttached();
    expect(await groundOf('body > .report')).toBe(light);
  });

  test('prints what fits, at 25 mm/s, whatever the screen shows', async ({ page }) => {
    await desk.chooseLayout('12 × 1');
    await page.getByRole('button', { name: /^Paper/ }).click();
    await page.getByRole('radio', { name: '50 mm/s' }).click();
    await page.getByRole('radio', { name: '20 mm/mV' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Colours/ }).click();
    await page.getByRole('button', { name: /^Colours/ }).click();
    const printed = await print(page);
    expect(printed.count).toBe(1);
    expect(Math.abs(measureSecondMm(printed) / 25 - 1)).toBeLessThan(SCALE_TOLERANCE);
    expect(printed.text).toContain('The layout of the screen, 50 mm/s and 20 mm/mV do not fit on this page.');
  });

  test('saves figures that open anywhere: vectors to scale, and pixels for print', async ({ page }, info) => {
    const svg = await saveFigure(page, /^Save figure: ECG/, 'SVG, to scale');
    expect(svg.name).toMatch(/^ecg-[0-9a-f]{8}-ecg\.svg$/);
    expect(svg.bytes.toString()).not.toContain('secret');
    const path = await writeTestFile(info, svg.name, svg.bytes);
    const viewer = await page.context().newPage();
    await viewer.goto(`file://${path}`);
    const seen = await viewer.evaluate(() => {
      const root = document.documentElement as unknown as SVGSVGElement;
      const traces = [...root.querySelectorAll<SVGPathElement>('path[data-lead]')].filter((path) => (path.getAttribute('d') ?? '').length > 200);
      const texts = [...root.querySelectorAll('text')].map(({ textContent }) => textContent);
      // Ten seconds lie between the ticks of the axis.
      const tick = (words: string) => [...root.querySelectorAll('text')].find(({ textContent }) => textContent === words)!.getBoundingClientRect();
      const middle = ({ left, right }: DOMRect) => (left + right) / 2;
      return {
        parent: root.tagName,
        leads: new Set(traces.map(({ dataset }) => dataset['lead'])).size,
        strokes: [...new Set(traces.map((trace) => getComputedStyle(trace).stroke))],
        texts,
        secondMm: ((middle(tick('9')) - middle(tick('1'))) / 8) * (25.4 / 96),
      };
    });
    expect(seen).toMatchObject({ parent: 'svg', leads: 12, strokes: ['rgb(20, 24, 28)'] });
    expect(Math.abs(seen.secondMm / 25 - 1)).toBeLessThan(SCALE_TOLERANCE);
    expect(seen.texts).toContain('25 mm/s · 10 mm/mV · true size when printed at 100 %');
    expect(seen.texts.join(' ')).toContain('Research use.');
    await viewer.close();

    const png = await saveFigure(page, /^Save figure: ECG/, 'PNG, 300 pixels an inch');
    const size = [png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)];
    const millimetres = /width="([\d.]+)mm" height="([\d.]+)mm"/.exec(svg.bytes.toString())!.slice(1).map(Number);
    expect(size).toEqual(millimetres.map((mm) => Math.round((mm / 25.4) * 300)));
    expect(png.bytes.readUInt32BE(41)).toBe(11811);
    // Not a blank sheet.
    const inks = await page.evaluate(async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      let dark = 0;
      for (let i = 0; i < data.length; i += 4) dark += Number(data[i]! < 60 && data[i + 3]! > 200);
      return dark;
    }, [...png.bytes]);
    expect(inks).toBeGreaterThan(10_000);

    const chart = await saveFigure(page, /^Save figure: Contributions/, 'SVG, to scale');
    const ledger = await desk.readLedger();
    expect(chart.bytes.toString()).toContain(ledger.prototypes[0]!.name);
    const pair = await saveFigure(page, /^Save figure: This ECG and prototype/, 'SVG, to scale');
    expect(pair.bytes.toString().match(/<svg /g)).toHaveLength(3);
  });

  test('saves the explanation, and opens it again to the same view', async ({ page }, info) => {
    const second = (await desk.statements.nth(1).textContent())!.split(' ')[0]!;
    await desk.pickStatement(second);
    await desk.chooseLayout('12 × 1');
    await page.getByRole('button', { name: /^morphology\/\d+, / }).first().click();
    const [before, matched] = [await desk.readLedger(), await desk.matchedSeconds()];
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    const file = await save(page, () => page.getByRole('button', { name: 'Save the explanation (JSON)' }).click());
    expect(file.name).toMatch(/^ecg-[0-9a-f]{8}-explanation-.+\.json$/);
    expect(file.bytes.toString()).not.toContain('secret');
    const path = await writeTestFile(info, 'renamed.json', file.bytes);

    await page.reload();
    await desk.waitForModel();
    await desk.dropEcg([path]);
    await expect(desk.statement).toContainText(second);
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText(
      /This explanation was written on .+ with synthetic \([0-9a-f]{8}\)\. Computed again here, every contribution and probability is the file’s/,
    );
    await expect(page.getByRole('radio', { name: '12 × 1' })).toBeChecked();
    const after = await desk.readLedger();
    expectToAddUp(after);
    expect(after).toEqual(before);
    expect(await desk.matchedSeconds()).toEqual(matched);

    // One digit of one number changed by hand.
    const altered = file.bytes.toString().replace(/("bias": -?\d+\.\d)(\d)/, (_, head: string, digit: string) => head + ((Number(digit) + 1) % 10));
    expect(altered).not.toBe(file.bytes.toString());
    await desk.dropEcg([await writeTestFile(info, 'altered.json', altered)]);
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText('This explanation was changed after it was written');
    await expect(desk.statement).toContainText(second);
  });
});

test('printed while the model loads, the page is the ECG and says what is missing', async ({ page }, info) => {
  const desk = new Workbench(page);
  const release = await holdBack(page, '**/morphology.safetensors');
  await desk.open({ backend: 'wasm' });
  await desk.dropEcg(await writeRecord(info, 'patient', { seed: 3 }));
  await expect(desk.ecg).toBeVisible();
  // The report's own code comes when the page is idle.
  await expect(async () => {
    const printed = await print(page);
    expect(printed.text).toContain('The prediction is missing: the model was still loading when this was printed.');
    expect(printed.count).toBe(1);
    expect(Math.abs(measureSecondMm(printed) / 25 - 1)).toBeLessThan(SCALE_TOLERANCE);
  }).toPass();
  release();
  await desk.waitForResult('patient');
});
