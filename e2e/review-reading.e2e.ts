import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, test, type TestInfo } from '@playwright/test';
import { readEcg } from '../src/ecg/formats/registry';
import { readReaderFile } from '../src/review/readReaderFile';
import { toCaseSha256 } from '../src/review/reading/toCaseSha256';
import { summariseReadings } from '../src/review/reading/summariseReadings';
import { sealStudy } from '../src/review/sealStudy';
import { type ReadingStudy, STUDY_FORMAT, STUDY_VERSION } from '../src/review/study';
import { ReviewDesk } from './reviewDesk';
import { expectAccessible } from './support/expectAccessible';
import { findLayoutFaults } from './support/layoutFaults';
import { type RecordFiles, writeRecord, writeTestFile } from './support/records';
import { tabTo } from './support/tabTo';
import { Workbench } from './workbench';

const TITLE = 'Do cases help?';
/** What no reader may see before the first reading is handed in. */
const OF_THE_MODEL = /robability|predicted|logit|morphology\/|prototype|resembles|evidence|secret/i;
const ELEMENTS_OF_THE_MODEL = '.evidence, .paper-evidence, .probability-bar, .statement-heading, .model-statements, .paper-lane';

/** A reader of a blind-first reading study. */
class ReadingDesk extends ReviewDesk {
  readonly panel = this.page.locator('.reader-panel');
  readonly label = this.page.locator('.reading-head strong');

  async beginStudy(study: string): Promise<void> {
    await this.give([study]);
    await this.chooseRole(TITLE, 'resident');
    await this.study(TITLE).getByRole('button', { name: 'Begin', exact: true }).click();
    await expect(this.page).toHaveURL(/#review\/session\//);
  }

  async giveEcgs(records: readonly RecordFiles[]): Promise<void> {
    const dialog = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: /ECG files$/ }).click();
    await (await dialog).setFiles(records.flat());
  }

  async goOn(button: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: button }).click();
    await expect(this.panel).toBeVisible();
  }

  /** Chooses a statement by the words of its code and takes off what was chosen before. */
  async choose(code: string): Promise<void> {
    const fold = this.panel.getByRole('button', { name: 'Change the statements', expanded: false });
    if (await fold.isVisible()) await fold.click();
    for (const remove of await this.panel.getByRole('button', { name: /^Take off / }).all()) await remove.click();
    await this.panel.getByRole('searchbox', { name: /^Search \d+ statements$/ }).first().fill(code);
    await this.panel.getByRole('option', { name: new RegExp(`^${code} `) }).first().click();
    await this.panel.getByRole('searchbox').first().fill('');
  }

  async handIn(stage: 'first' | 'final', confidence: number): Promise<void> {
    await this.panel.getByRole('radio', { name: `${confidence} of 5` }).click();
    await this.panel.getByRole('button', { name: `Hand in the ${stage} reading` }).click();
  }

  /** Expects nothing of the model in what the browser has of the page. */
  async expectBlind(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'First reading: the ECG alone' })).toBeVisible();
    await expect(this.page.locator(ELEMENTS_OF_THE_MODEL)).toHaveCount(0);
    const main = await this.page.locator('main').evaluate((element) => element.outerHTML);
    // Where evidence would be marked, there is nothing.
    expect(main.replace('<g class="paper-evidences"></g>', '')).not.toMatch(OF_THE_MODEL);
    expect(await this.page.getByRole('contentinfo').textContent()).not.toMatch(/secret/);
  }
}

/** Three ECGs, of which `truths` are true, and a study of them. */
async function createStudy(info: TestInfo, truths: readonly (readonly string[])[]): Promise<{ path: string; study: ReadingStudy; records: RecordFiles[] }> {
  const records = await Promise.all(truths.map((_, i) => writeRecord(info, `secret-${i + 1}`, { seed: 3 + 5 * i, heartRatePerMinute: 60 + 15 * i })));
  const cases = await Promise.all(
    records.map(async (files, i) => {
      const read = await Promise.all(files.map(async (path) => ({ name: basename(path), bytes: new Uint8Array(await readFile(path)) })));
      return { ecgSha256: await toCaseSha256(await readEcg(read)), label: `Case ${i + 1}`, truth: [...truths[i]!] };
    }),
  );
  const study = sealStudy({
    format: STUDY_FORMAT,
    formatVersion: STUDY_VERSION,
    kind: 'reading',
    title: TITLE,
    created: '2026-03-01T09:00:00.000Z',
    pack: await findPack(info),
    seed: null,
    roles: ['cardiologist', 'resident'],
    synchronisation: null,
    statements: ['SR', 'AFIB', 'LVH', 'IMI'],
    cases,
  });
  return { path: await writeTestFile(info, 'reading.study.json', JSON.stringify(study)), study, records };
}

/** The pack that the tests' site serves as `synthetic`. */
async function findPack(info: TestInfo): Promise<ReadingStudy['pack']> {
  const response = await fetch(`${info.project.use.baseURL}/models/synthetic/manifest.json`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const { modelCard, name } = JSON.parse(new TextDecoder().decode(bytes)) as { modelCard: { title: string }; name: string };
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return { name, title: modelCard.title, sha256: Buffer.from(digest).toString('hex') };
}

test('a reader reads three ECGs alone, then explained; what was read is kept, and the switches come out', async ({ page, browser }, info) => {
  const { path, study, records } = await createStudy(info, [['SR'], ['AFIB'], ['LVH']]);
  const desk = new ReadingDesk(page);
  await desk.open();
  await desk.beginStudy(path);
  await expect(page.getByText('0 of 3 ECGs are here.')).toBeVisible();
  await desk.giveEcgs([records[0]!, records[1]!, await writeRecord(info, 'foreign', { seed: 99 })]);
  await expect(page.getByText('Not here yet: Case 3.')).toBeVisible();
  await expect(page.getByText('not of this study and will not be shown: foreign.')).toBeVisible();
  await desk.giveEcgs([records[2]!]);
  await expect(page.getByText('3 ECGs: all are here.')).toBeVisible();

  await desk.goOn('Begin');
  await expect(desk.label).toHaveText('Case 1');
  await expect(page.getByRole('region', { name: 'ECG paper' })).toBeFocused();
  await expect(page.locator('.measurement-line')).toBeVisible();
  await desk.expectBlind();
  await desk.choose('AFIB');
  await desk.handIn('first', 2);
  await expect(desk.panel).toContainText('First reading: AFIB; confidence 2.');
  await expect(page.locator('.evidence')).toBeVisible();
  await expect(desk.panel.locator('.probability-bar').first()).toBeVisible();
  expect(await page.locator('main').innerHTML()).not.toContain('secret');
  await desk.choose('SR');
  await desk.handIn('final', 4);

  // The next ECG is blind again, and Read mode does not show it.
  await expect(desk.label).toHaveText('Case 2');
  await desk.expectBlind();
  await desk.choose('AFIB');
  await desk.handIn('first', 5);
  await expect(page.locator('.evidence')).toBeVisible();
  await expect(page.getByText('Saved', { exact: false }).first()).toBeVisible();

  // Nothing is lost with the page, and it goes on in the middle of the ECG, once its file is given again.
  await page.reload();
  await expect(page.getByText('0 of 3 ECGs are here.').or(page.getByText('1 of 3 ECGs are here.'))).toBeVisible();
  await desk.giveEcgs([...records].reverse());
  await desk.goOn('Go on with the final reading of Case 2');
  await expect(desk.panel).toContainText('First reading: AFIB; confidence 5.');
  await expect(page.locator('.evidence')).toBeVisible();
  await desk.choose('IMI');
  await desk.handIn('final', 3);

  await expect(desk.label).toHaveText('Case 3');
  await desk.expectBlind();
  await page.getByRole('radio', { name: 'Read', exact: true }).click();
  const bench = new Workbench(page);
  await expect(bench.worklist.filter({ hasText: /secret-3/ })).toHaveCount(0);
  await expect(page.getByText('secret-3')).toHaveCount(0);
  await page.goBack();
  await desk.giveEcgs([records[2]!]);
  await desk.goOn('Go on with Case 3');
  await desk.choose('LVH');
  await desk.handIn('first', 4);
  await expect(page.locator('.evidence')).toBeVisible();
  await desk.handIn('final', 5);
  await expect(page.getByRole('heading', { name: 'All 3 ECGs are read.' })).toBeVisible();

  await page.getByRole('button', { name: 'To your answers' }).click();
  await desk.study(TITLE).getByRole('button', { name: /^Export the answers of resident/ }).click();
  const exported = await desk.save(page.getByRole('menuitem', { name: /JSON/ }));
  const { all } = summariseReadings(study, [readReaderFile(exported.text)], null);
  expect(all).toMatchObject({ readCount: 3, changedCount: 2, byCase: { wrongToRight: 1, rightToWrong: 1, stayedRight: 1, stayedWrong: 0 } });
  expect(all.confidenceChange.mean).toBeCloseTo((2 - 2 + 1) / 3, 12);
  expect(all.pull).not.toBeNull();
  expect(exported.text).not.toMatch(/secret/);

  // The coordinator, on another computer, reads the same off the page.
  const context = await browser.newContext();
  const coordinator = await context.newPage();
  await coordinator.goto('/?model=synthetic&backend=wasm#review/merge');
  const dialog = coordinator.waitForEvent('filechooser');
  await coordinator.getByRole('button', { name: 'Choose answers files' }).click();
  await (await dialog).setFiles(await writeTestFile(info, 'answers.json', exported.text));
  await coordinator.getByRole('button', { name: 'Merge them all the same' }).click();
  const switches = coordinator.getByRole('group', { name: 'Switches of all readers' }).getByRole('row');
  await expect(switches.nth(1)).toHaveText(/^ECGs1110$/);
  await expect(coordinator.getByText('a second look alone changes readings, too')).toBeVisible();
  await expect(coordinator.getByRole('img', { name: /^Sensitivity/ })).toBeVisible();
  await expectAccessible(coordinator, 'results');
  expect(await findLayoutFaults(coordinator)).toEqual([]);
  await context.close();
});

for (const [width, height, colorScheme] of [
  [1440, 900, 'light'],
  [1024, 768, 'dark'],
  [390, 844, 'light'],
] as const) {
  test.describe(() => {
    test.use({ viewport: { width, height }, colorScheme });

    test(`the reading of ECGs is accessible and tidy at ${width} × ${height}, ${colorScheme}`, async ({ page }, info) => {
      const { path, records } = await createStudy(info, [['SR'], ['AFIB']]);
      const desk = new ReadingDesk(page);
      const check = async (name: string): Promise<void> => {
        await page.evaluate(() => scrollTo(0, 0));
        await expectAccessible(page, name);
        expect.soft(await findLayoutFaults(page), name).toEqual([]);
      };
      await desk.open();
      await desk.beginStudy(path);
      await desk.giveEcgs([records[0]!]);
      await expect(page.getByText('Not here yet: Case 2.')).toBeVisible();
      await check('before reading');
      await desk.goOn('Begin');
      await expect(page.locator('.measurement-line')).toBeVisible();
      await check('first reading');
      await desk.choose('AFIB');
      await desk.handIn('first', 2);
      await expect(page.locator('.evidence')).toBeVisible();
      await check('final reading');
      await desk.choose('SR');
      await check('final reading with the list');
    });
  });
}

test('an ECG is read by keys alone', async ({ page }, info) => {
  const { path, records } = await createStudy(info, [['SR']]);
  const desk = new ReadingDesk(page);
  await desk.open();
  await desk.beginStudy(path);
  await desk.giveEcgs(records);
  await page.getByRole('button', { name: 'Begin' }).press('Enter');
  await expect(page.getByRole('region', { name: 'ECG paper' })).toBeFocused();
  await page.keyboard.press('4');
  await expect(desk.panel.getByRole('radio', { name: '4 of 5' })).toBeChecked();
  await tabTo(page, desk.panel.getByRole('searchbox'));
  await page.keyboard.type('sinus');
  await tabTo(page, desk.panel.getByRole('option', { name: /^SR / }));
  await page.keyboard.press('Enter');
  await expect(desk.panel.getByRole('button', { name: /^Take off SR / })).toBeVisible();
  await tabTo(page, desk.panel.getByRole('button', { name: 'Hand in the first reading' }));
  await page.keyboard.press('Enter');
  await expect(desk.panel).toContainText('First reading: SR; confidence 4.');
  await expect(page.locator('.evidence')).toBeVisible();
  await expect(page.getByRole('region', { name: 'ECG paper' })).toBeFocused();
  await page.keyboard.press('5');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'The ECG is read.' })).toBeVisible();
});
