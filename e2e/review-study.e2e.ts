import { expect, test } from '@playwright/test';
import { createReaderFile } from '../src/review/createReaderFile';
import { createTestLog, createTestStudy, TEST_READER, toAnswered } from '../src/review/fixtures/testReview';
import { readReaderFile } from '../src/review/readReaderFile';
import { readStudy } from '../src/review/readStudy';
import type { PrototypeStudy } from '../src/review/study';
import { VIEWS } from '../tools/pictures/views';
import { ReviewDesk } from './reviewDesk';
import { expectAccessible } from './support/expectAccessible';
import { findLayoutFaults } from './support/layoutFaults';
import { writeRecord, writeTestFile } from './support/records';
import { tabTo } from './support/tabTo';
import { Workbench } from './workbench';

const TITLE = 'Are they typical?';

test('a coordinator makes a study; a reader opens it, begins, goes on with answers from elsewhere, exports and locks', async ({ page, browser }, info) => {
  const desk = new ReviewDesk(page);
  await desk.open();
  await desk.make();
  await expect(desk.summary).toContainText('a title');
  await page.getByRole('textbox', { name: 'Title' }).fill(TITLE);
  await page.getByRole('button', { name: /^Classes: / }).click();
  await page.getByText('All classes', { exact: true }).last().click();
  for (const option of [0, 1]) await page.getByRole('listbox').getByRole('option').nth(option).click();
  await page.keyboard.press('Escape');
  await page.getByText('Hide the class until the reader has named one').click();
  const saved = await desk.save(page.getByRole('button', { name: 'Save study file' }));
  expect(saved.name).toBe('are-they-typical.study.json');
  const study = readStudy(saved.text) as PrototypeStudy;
  expect(study).toMatchObject({ title: TITLE, isClassHidden: true, pack: { name: 'synthetic' } });
  expect(new Set(study.items.flatMap(({ classes }) => classes)).size).toBe(2);
  // What was chosen outlives the page's leaving; the study is kept.
  await page.getByRole('button', { name: 'Back to Review' }).click();
  await expect(desk.study(TITLE)).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(TITLE);

  // Another computer.
  const context = await browser.newContext();
  const reader = new ReviewDesk(await context.newPage());
  await reader.open();
  await reader.give([await writeTestFile(info, 'from-a-mail.txt', saved.text)]);
  const card = reader.study(TITLE);
  await expect(card).toContainText('hidden until you have named it');
  await expect(card).toContainText('open here');
  const begin = card.getByRole('button', { name: 'Begin', exact: true });
  await expect(begin).toBeDisabled();
  await reader.chooseRole(TITLE, 'resident');
  await card.getByRole('textbox', { name: 'Years of reading ECGs' }).fill('12');
  await begin.click();
  await expect(reader.page).toHaveURL(/#review\/session\/[0-9a-f]{12}-[0-9a-f]{16}$/);
  await reader.page.getByRole('radio', { name: 'Read', exact: true }).click();
  await reader.page.getByRole('radio', { name: 'Review', exact: true }).click();
  await expect(card.getByText('resident, 12 years')).toBeVisible();

  // Answers that the same person gave on a third computer.
  const [first] = study.items;
  const item = `rating:${first!.prototype}`;
  const entries = createTestLog(study, [toAnswered(item, 'class', first!.classes[0]!), toAnswered(item, 'clarity', 4)]);
  const answers = createReaderFile(study, TEST_READER, entries, new Date());
  await reader.give([await writeTestFile(info, 'answers.json', JSON.stringify(answers))]);
  await reader.page.getByRole('button', { name: 'Go on here with answers.json' }).click();
  await expect(card.getByText('cardiologist, 12 years')).toBeVisible();
  await expect(card).toContainText('All exported');
  await card.getByRole('button', { name: /^I am done: .*cardiologist/ }).click();
  await reader.page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(card).toContainText('Done and locked');
  await expect(card).toContainText('Changes not exported');

  await card.getByRole('button', { name: 'Export the answers of cardiologist, 12 years' }).click();
  const exported = await reader.save(reader.page.getByRole('menuitem', { name: /JSON/ }));
  expect(exported.name).toBe(`are-they-typical-${TEST_READER.id}.answers.json`);
  const file = readReaderFile(exported.text);
  expect(file.entries.slice(0, 2)).toEqual(entries);
  expect(file.entries.at(-1)!.event).toEqual({ kind: 'locked' });
  await expect(card).toContainText('All exported');
  await card.getByRole('button', { name: /^Export the answers of cardiologist/ }).click();
  const table = await reader.save(reader.page.getByRole('menuitem', { name: /^Answers as a table/ }));
  expect(table.text.split('\r\n').filter((line) => line.includes('clarity'))).toHaveLength(1);

  // A coordinator merges what was opened, without opening it again.
  await reader.give([await writeTestFile(info, 'to-merge.json', exported.text)]);
  await reader.page.getByRole('region', { name: 'Answers that were opened' }).getByRole('button', { name: 'Merge readers’ answers' }).click();
  await expect(reader.page).toHaveURL(/#review\/merge$/);
  await expect(reader.page.getByText('to-merge.json')).toBeVisible();
  await reader.page.goBack();
  await expect(card).toContainText('Done and locked');

  // Nothing is lost with the page.
  await reader.page.reload();
  await expect(card).toContainText('Done and locked');
  await expect(card.getByText('resident, 12 years')).toBeVisible();
  await context.close();
});

test('each wrong file gives its sentence, and nothing that is here changes', async ({ page }, info) => {
  const desk = new ReviewDesk(page);
  await desk.open();
  await desk.make();
  await page.getByRole('textbox', { name: 'Title' }).fill(TITLE);
  const { text } = await desk.save(page.getByRole('button', { name: 'Save study file' }));
  const study = readStudy(text) as PrototypeStudy;
  await page.getByRole('button', { name: 'Back to Review' }).click();
  const entries = createTestLog(study, [toAnswered(`rating:${study.items[0]!.prototype}`, 'clarity', 4)]);
  const answers = createReaderFile(study, TEST_READER, entries, new Date());
  const before = await desk.study(TITLE).textContent();
  for (const [name, content, sentence] of [
    ['edited.json', { ...study, title: 'Changed' }, 'was changed after it was made'],
    ['newer.json', { ...study, formatVersion: 2 }, 'open it with a newer page'],
    ['torn.json', text.slice(0, -20), 'breaks off'],
    ['answers.json', { ...answers, entries: [{ ...entries[0], time: '2026-03-05T00:00:00.000Z' }] }, 'does not follow'],
    ['foreign.json', { format: 'something else' }, 'is no study and no answers file'],
    ['words.txt', 'No study.', 'is no study and no answers file'],
  ] as const) {
    await desk.give([await writeTestFile(info, name, typeof content === 'string' ? content : JSON.stringify(content))]);
    await expect(desk.alert).toHaveCount(1);
    await expect(desk.alert).toContainText(sentence);
    await expect(desk.alert).toContainText(`“${name}”`);
    await page.getByRole('button', { name: 'Dismiss this message' }).click();
  }
  expect(await desk.study(TITLE).textContent()).toBe(before);
  await expect(page.getByRole('article')).toHaveCount(1);

  // A study of another model is kept, and cannot be begun here.
  const other = createTestStudy({ title: 'Another model' });
  await desk.give([await writeTestFile(info, 'other.json', JSON.stringify(other))]);
  await desk.chooseRole('Another model', 'resident');
  await expect(desk.study('Another model')).toContainText('not open here');
  await expect(desk.study('Another model').getByRole('button', { name: 'Begin', exact: true })).toBeDisabled();
});

test('a study that is dropped where ECGs are read goes to Review, and an ECG in Review to Read', async ({ page }, info) => {
  const desk = new ReviewDesk(page);
  await desk.open('#review/make');
  await page.getByRole('textbox', { name: 'Title' }).fill(TITLE);
  const { text } = await desk.save(page.getByRole('button', { name: 'Save study file' }));
  const study = await writeTestFile(info, 'study.json', text);
  const ecg = await writeRecord(info, 'patient', { seed: 3 });

  const bench = new Workbench(page);
  await bench.open({ backend: 'wasm' });
  await bench.waitForModel();
  await bench.dropEcg([study, ...ecg]);
  await bench.waitForResult('patient');
  await expect(page.getByText('“study.json” is no ECG but a file of Review.')).toBeVisible();
  await page.getByRole('button', { name: 'Open in Review' }).click();
  await expect(desk.study(TITLE).getByRole('button', { name: 'Begin', exact: true })).toBeVisible();

  await bench.dropEcg(await writeRecord(info, 'second', { seed: 8 }));
  await expect(desk.alert).toContainText('2 files are no studies and no answers files');
  await page.getByRole('button', { name: 'Open in Read' }).click();
  await bench.waitForResult('second');
  await expect(bench.worklist).toHaveCount(2);
});

test('a study is made and begun with the keyboard alone', async ({ page }) => {
  const desk = new ReviewDesk(page);
  await desk.open();
  await tabTo(page, page.getByRole('button', { name: 'Make a study' }));
  await page.keyboard.press('Enter');
  // What was pressed is gone with the page before: the new one is gone on with from its head.
  await expect(page.locator('.review')).toBeFocused();
  await tabTo(page, page.getByRole('textbox', { name: 'Title' }));
  await page.keyboard.type(TITLE);
  await tabTo(page, page.getByRole('radio', { name: 'Some of each class, drawn with the seed' }));
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: /^All/ })).toBeChecked();
  await tabTo(page, page.getByRole('checkbox', { name: /^Clarity/ }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Save study file' }));
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toBe('are-they-typical.study.json');
  await expect(desk.summary).toContainText('Saved as');
  // As the link that skips the head of the page does.
  await page.locator('#content').focus();
  await tabTo(page, page.getByRole('button', { name: 'Back to Review' }));
  await page.keyboard.press('Enter');
  const card = desk.study(TITLE);
  await expect(page.locator('.review')).toBeFocused();
  await tabTo(page, card.getByRole('button', { name: 'Begin as a reader' }));
  await page.keyboard.press('Enter');
  await tabTo(page, card.getByRole('radio', { name: 'cardiologist' }));
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(card.getByRole('radio', { name: 'resident' })).toBeChecked();
  await tabTo(page, card.getByRole('textbox', { name: 'Years of reading ECGs' }));
  await page.keyboard.type('7');
  await tabTo(page, card.getByRole('button', { name: 'Begin', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#review\/session\//);
});

for (const { width, height, colorScheme } of VIEWS) {
  test.describe(() => {
    test.use({ viewport: { width, height }, colorScheme });

    test(`studies are tidy and accessible at ${width} × ${height}, ${colorScheme}`, async ({ page }, info) => {
      const expectGood = async (what: string): Promise<void> => {
        // What the head and the foot of the page cover is scrolled to.
        const setSticking = (position: string) =>
          page.evaluate((position) => {
            for (const part of document.querySelectorAll<HTMLElement>('.header, .status-bar')) part.style.position = position;
          }, position);
        await setSticking('static');
        await expectAccessible(page, what);
        await setSticking('');
        expect.soft(await findLayoutFaults(page), what).toEqual([]);
        await page.screenshot({ path: `test-results/screens/${width}-${colorScheme}-review-${what}.png` });
      };
      const desk = new ReviewDesk(page);
      await desk.open();
      await expect(desk.own).toBeVisible();
      await expectGood('home-empty');

      await desk.make();
      await expectGood('make');
      await page.getByRole('textbox', { name: 'Title' }).fill('A study with quite a long title, as coordinators like them: are the prototypes typical?');
      await page.getByRole('button', { name: 'Add a prototype' }).click();
      await page.getByRole('searchbox').fill('morphology');
      await page.getByRole('listbox').getByRole('option', { name: /^morphology/ }).first().click();
      await expect(page.getByRole('img', { name: /^Lead II of the ECG of morphology/ })).toBeVisible();
      await page.getByRole('textbox', { name: /^Explanation/ }).fill('It is typical.');
      await page.getByText('A gate: rating begins').click();
      await expectGood('make-training');
      await page.getByRole('button', { name: /^Classes: / }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectGood('make-classes');
      await page.keyboard.press('Escape');
      const { text } = await desk.save(page.getByRole('button', { name: 'Save study file' }));
      await page.evaluate(() => scrollTo(0, 0));
      await page.getByRole('button', { name: 'Back to Review' }).click();
      const study = readStudy(text) as PrototypeStudy;
      await page.getByRole('button', { name: 'Begin as a reader' }).click();
      await expectGood('home-start');

      const entries = createTestLog(study, [toAnswered(`training:${study.training[0]!.prototype}`, 'clarity', 4)]);
      const answers = createReaderFile(study, TEST_READER, entries, new Date());
      await desk.give([
        await writeTestFile(info, 'answers.json', JSON.stringify(answers)),
        await writeTestFile(info, 'a rather long name of a file that is no study at all.txt', 'Words.'),
      ]);
      await expect(desk.alert).toBeVisible();
      await page.evaluate(() => scrollTo(0, 0));
      await expectGood('home-opened');
      await page.getByRole('button', { name: 'Go on here with answers.json' }).click();
      await expect(page.getByText('cardiologist, 12 years')).toBeVisible();
      await page.getByRole('button', { name: /^Export the answers of/ }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      await expectGood('home-export');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^I am done/ }).click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
      await expectGood('home-lock');
    });
  });
}
