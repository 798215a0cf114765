import { expect, type Locator, test } from '@playwright/test';
import { writeWfdbRecord } from '../tools/synthetic/wfdbWriter';
import { simulate } from '../training/simulator/simulate';
import { writeRecord, writeTestFile } from './support/records';
import { Workbench } from './workbench';

let desk: Workbench;

/** From where to where a drawn line goes, without its width, in the window. */
function spanOf(line: Locator): Promise<{ left: number; right: number }> {
  return line.evaluate((path) => {
    const { a, e } = (path as SVGGraphicsElement).getScreenCTM()!;
    const { x, width } = (path as SVGGraphicsElement).getBBox();
    return { left: e + a * x, right: e + a * (x + width) };
  });
}

test.describe('on the ECG paper', () => {
  test.beforeEach(async ({ page }, info) => {
    desk = new Workbench(page);
    await desk.open({ backend: 'wasm' });
    await desk.dropEcg(await writeRecord(info, 'patient', { seed: 3 }));
    await desk.waitForResult('patient');
    await desk.chooseLayout('12 × 1');
  });

  test('brings the sheet nearer about the pointer, in the same window, with the time ledger below its times', async ({ page }) => {
    // The measurements come after the prediction and take their place below.
    await expect(page.locator('.measurement-line')).toBeVisible();
    const box = (await desk.paper.boundingBox())!;
    const [x, y] = [box.x + 500, box.y + 200];
    const [before, beforeTop] = [await desk.placeOf('III', 0), await page.evaluate(() => document.body.scrollHeight)];
    await desk.zoomAt(x, y, 9);
    const magnification = await desk.magnification();
    expect(magnification).toBeGreaterThan(2);
    const after = await desk.placeOf('III', 0);
    expect((x - after.x) / (x - before.x)).toBeCloseTo(magnification, 1);
    expect(Math.abs(x - after.x - magnification * (x - before.x))).toBeLessThan(2);
    expect(Math.abs(y - after.y - magnification * (y - before.y))).toBeLessThan(2);
    expect((await desk.paper.boundingBox())!.height).toBeCloseTo(box.height, 0);
    expect(await page.evaluate(() => document.body.scrollHeight)).toBe(beforeTop);
    await expect(desk.ecg).toContainText(`magnified ${magnification}×`);

    const zero = await spanOf(desk.timeLedger.locator('.waterfall-zero'));
    expect(Math.abs(zero.left - after.x)).toBeLessThan(1);
    expect(Math.abs(zero.right - (await desk.placeOf('III', 10)).x)).toBeLessThan(1);
    const lane = (await desk.timeLedger.boundingBox())!;
    expect(lane.y + lane.height).toBeLessThanOrEqual(box.y + box.height);

    // The wheel alone scrolls, and the sheet goes with the mouse.
    await page.mouse.down();
    await page.mouse.move(x - 150, y - 20, { steps: 4 });
    await page.mouse.up();
    expect((await desk.placeOf('III', 0)).x).toBeCloseTo(after.x - 150, 0);
    await page.getByRole('button', { name: /^Magnified to/ }).click();
    expect((await desk.placeOf('III', 0)).x).toBeCloseTo(before.x, 0);
  });

  test('shows one lead alone by a click, at the time that was clicked, and returns', async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 768 });
    await expect(page.getByRole('button', { name: /^Statements/ })).toBeVisible();
    const place = await desk.placeOf('aVL', 8.5);
    await page.mouse.click(place.x, place.y);
    await expect(desk.ecg.locator('.paper-trace')).toHaveCount(1);
    await expect(page.getByRole('button', { name: /Leads shown/ })).toContainText('aVL alone');
    expect(await desk.magnification()).toBeGreaterThanOrEqual(2);
    const paper = (await desk.paper.boundingBox())!;
    const { x } = await desk.placeOf('aVL', 8.5);
    expect(x).toBeGreaterThan(paper.x);
    expect(x).toBeLessThan(paper.x + paper.width);
    await desk.paper.focus();
    await page.keyboard.press('Escape');
    await expect(desk.ecg.locator('.paper-trace')).toHaveCount(12);
    expect(await desk.placeOf('aVL', 8.5)).toEqual(place);

    await page.getByRole('button', { name: /Leads shown/ }).click();
    await page.getByRole('option', { name: 'V2 alone' }).click();
    await expect(desk.ecg.locator('.paper-trace[data-lead="V2"]')).toHaveCount(1);
  });

  test('shows what the network saw around the best match, as the note says', async ({ page }) => {
    await page.getByRole('button', { name: /^morphology\/\d+, / }).first().click();
    await desk.chooseLayout('12 × 1');
    const note = await page.getByText(/is all that the network could see for it|the network saw the whole record/).textContent();
    const [, start, end] = /dashed outline, ([\d.]+)–([\d.]+) s/.exec(note!)!.map(Number);
    const outlines = desk.ecg.locator('.paper-halo path');
    await expect(outlines).toHaveCount(12);
    const outline = await spanOf(outlines.first());
    expect(Math.abs(outline.left - (await desk.placeOf('I', start!)).x)).toBeLessThan(1);
    expect(Math.abs(outline.right - (await desk.placeOf('I', end!)).x)).toBeLessThan(1);
    const [from, to] = await desk.matchedSeconds();
    expect(start!).toBeLessThanOrEqual(from);
    expect(end!).toBeGreaterThanOrEqual(to);
  });

  test('takes calipers with the keyboard alone, and leaves keys to those who type', async ({ page }) => {
    await page.getByRole('searchbox', { name: /^Search all/ }).fill('c');
    await page.keyboard.press('c');
    await expect(desk.caliperReading).toHaveCount(0);
    await desk.paper.focus();
    await page.keyboard.press('c');
    await expect(desk.caliperReading).toHaveText('II: 1000 ms · 60/min');
    await page.keyboard.press('ArrowRight');
    await expect(desk.caliperReading).toHaveText('II: 1002 ms · 60/min');
    await page.keyboard.press('x');
    await page.keyboard.press('Shift+ArrowRight');
    await expect(desk.caliperReading).toHaveText('II: 962 ms · 62/min');
    await page.keyboard.press('ArrowDown');
    await expect(desk.caliperReading).toHaveText(/^III: /);
    await page.keyboard.press('m');
    await expect(desk.ecg.locator('.paper-caliper-march')).toHaveCount(1);
    const field = page.getByRole('textbox', { name: 'First end, in seconds' });
    await field.fill('2.5');
    await field.press('Enter');
    await expect(field).toHaveValue('2.500');
    await expect(desk.ecg.locator('desc')).toContainText('Calipers in III from 2.50 s');
    await desk.paper.focus();
    await page.keyboard.press('Escape');
    await expect(desk.caliperReading).toHaveCount(0);
  });

  test('bears a window that changes its size while the paper is zoomed', async ({ page }) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    const box = (await desk.paper.boundingBox())!;
    await page.mouse.move(box.x + 300, box.y + 100);
    await page.keyboard.down('Control');
    for (const [width, height] of [[1024, 768], [1440, 900], [800, 600]] as const) {
      await page.mouse.wheel(0, -20);
      await page.setViewportSize({ width, height });
      await page.mouse.wheel(0, -20);
    }
    await page.keyboard.up('Control');
    await expect.poll(() => desk.magnification()).toBeGreaterThan(2);
    await expect(desk.paper).not.toHaveClass(/is-zooming/);
    expect(await page.evaluate(() => document.scrollingElement!.scrollWidth <= innerWidth)).toBe(true);
    expect(faults).toEqual([]);
  });
});

test.describe('with fingers', () => {
  test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } });

  test('pinches the paper nearer, not the page', async ({ page }, info) => {
    desk = new Workbench(page);
    await desk.open({ backend: 'wasm' });
    await desk.pickEcg(await writeRecord(info, 'patient', { seed: 3 }));
    await desk.waitForResult();
    const box = (await desk.paper.boundingBox())!;
    const [x, y] = [box.x + 400, box.y + 150];
    const before = await desk.placeOf('II', 0);
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', gap: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x: x - gap, y, id: 0 }, { x: x + gap, y, id: 1 }],
      });
    await touch('touchStart', 40);
    for (const gap of [50, 60, 80, 100]) await touch('touchMove', gap);
    await touch('touchEnd', 0);
    await expect.poll(() => desk.magnification()).toBe(2.5);
    expect(await page.evaluate(() => visualViewport!.scale)).toBe(1);
    const after = await desk.placeOf('II', 0);
    expect(Math.abs(x - after.x - 2.5 * (x - before.x))).toBeLessThan(2);
  });
});

test('calipers read the true RR and PR intervals of a simulated ECG', async ({ page }, info) => {
  const { ecg, truth } = simulate({ statements: ['NORM', 'SR'], ageYears: 55, sex: 'female', seed: 5, nuisance: 'none' });
  const files = writeWfdbRecord(ecg, { recordName: 'truth' }).files;
  desk = new Workbench(page);
  await desk.open({ backend: 'wasm' });
  await desk.dropEcg(await Promise.all(files.map(({ name, bytes }) => writeTestFile(info, name, bytes))));
  await desk.waitForResult('truth');
  const [, first, second] = truth.beats;
  await page.getByRole('button', { name: /Leads shown/ }).click();
  await page.getByRole('option', { name: 'II alone', exact: true }).click();
  await page.getByRole('button', { name: 'Calipers', exact: true }).click();
  const readMs = async () => Number(/(\d+) ms/.exec((await desk.caliperReading.textContent())!)![1]);

  await desk.dragBetween('II', first!.qrs.peakSeconds, second!.qrs.peakSeconds);
  const rr = 1000 * (second!.qrs.peakSeconds - first!.qrs.peakSeconds);
  // Two ends, each to half a sample and half a whole pixel of the mouse.
  expect(Math.abs((await readMs()) - rr)).toBeLessThanOrEqual(2 + 6);
  await expect(desk.caliperReading).toContainText(`${Math.round(60_000 / (await readMs()))}/min`);

  await desk.dragBetween('II', first!.p!.onsetSeconds, first!.qrs.onsetSeconds);
  expect(Math.abs((await readMs()) - 1000 * (first!.qrs.onsetSeconds - first!.p!.onsetSeconds))).toBeLessThanOrEqual(8);

  await page.getByRole('radio', { name: 'Both' }).click();
  // Not from where an end is, or that end would be moved.
  await desk.dragBetween('II', second!.qrs.onsetSeconds, second!.qrs.peakSeconds);
  await expect(desk.caliperReading).toHaveText(/ ms · [+−]\d\.\d\d mV · [\d.]+ mm$/);
});
