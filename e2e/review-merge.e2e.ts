import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test, type TestInfo } from '@playwright/test';
import { simulateReader, simulateStudy } from '../src/review/fixtures/simulateReaders';
import { threeReaderFiles, threeReaderTruth } from '../src/review/fixtures/threeReaders';
import type { ReaderFile } from '../src/review/readerFile';
import { OUTER_VIEWS } from '../tools/pictures/views';
import { expectAccessible } from './support/expectAccessible';
import { type RecordFiles, writeTestFile } from './support/records';
import { tabTo } from './support/tabTo';
import { Workbench } from './workbench';

/** The page on which a coordinator merges answers. */
class MergingDesk {
  /** How far merging is. */
  readonly progress: Locator;

  constructor(readonly page: Page) {
    this.progress = page.locator('.merge-progress');
  }

  async open(): Promise<void> {
    await this.page.goto('/?model=synthetic&backend=wasm#review/merge');
    await expect(this.page.getByRole('button', { name: 'Choose answers files' })).toBeVisible();
  }

  async give(files: RecordFiles): Promise<void> {
    const dialog = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Choose answers files' }).click();
    await (await dialog).setFiles([...files]);
  }

  /** A row of a table by its first cells. */
  row(table: string, ...cells: readonly string[]): Locator {
    const rows = this.page.getByRole('group', { name: table, exact: true }).getByRole('row');
    return cells.reduce((found, cell) => found.filter({ hasText: cell }), rows);
  }

  /** Saves one of the files of the menu. @returns its text. */
  async save(name: string): Promise<string> {
    await this.page.getByRole('button', { name: 'Save', exact: true }).click();
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('menuitem', { name, exact: true }).click();
    return readFile((await (await download).path())!, 'utf8');
  }
}

const write = (info: TestInfo, files: Readonly<Record<string, unknown>>): Promise<readonly string[]> =>
  Promise.all(Object.entries(files).map(([name, content]) => writeTestFile(info, name, typeof content === 'string' ? content : JSON.stringify(content))));

const writeThree = (info: TestInfo) => write(info, Object.fromEntries(threeReaderFiles.map((file, i) => [`reader-${i + 1}.json`, file])));

/** Many readers of a study with everything in it; two have not locked. */
function simulateMany(count: number): readonly ReaderFile[] {
  const codes = ['NORM', 'AFIB', 'LVH', 'IMI', 'CLBBB', 'WPW'];
  const study = simulateStudy({
    title: 'Everything at once',
    items: Array.from({ length: 60 }, (_, i) => ({ prototype: `morphology/${i}`, classes: [codes[i % codes.length]!] })),
    planted: [{ prototype: 'rhythm/1', classes: ['NORM'], trueClasses: ['AFIB'] }],
    training: [{ prototype: 'global/1', classes: ['NORM'], accepted: { clarity: [4, 5] }, explanation: 'It is clear.' }],
    gate: 0.5,
    repeatShare: 0.1,
    isClassHidden: true,
  });
  return Array.from({ length: count }, (_, place) =>
    simulateReader(study, {
      reader: { id: (place + 1).toString(16).padStart(16, '0'), role: 'cardiologist', years: place },
      isLocked: place > 1,
      answersTo: ({ prototype, classes }) => {
        const mixed = (Number(prototype.slice(prototype.indexOf('/') + 1)) * 7 + place * 3) % 5;
        const score = (mixed + 1) as 1 | 2 | 3 | 4 | 5;
        return {
          class: mixed === 0 ? 'NORM' : classes[0]!,
          representativeness: mixed === 4 ? 'cannotJudge' : score,
          clarity: score,
          ...(mixed === 0 && { mark: 'bad' as const }),
        };
      },
    }),
  );
}

test('three readers with known agreement give the known numbers', async ({ page }, info) => {
  const desk = new MergingDesk(page);
  await desk.open();
  await new Workbench(page).dropEcg(await writeThree(info));
  await expect(desk.progress).toHaveText('3 readers merged.');

  const { alpha, icc, kappa, mean, standardDeviation } = threeReaderTruth;
  await expect(desk.row('Agreement', 'Representativeness', 'alpha')).toContainText(alpha.toFixed(2));
  await expect(desk.row('Agreement', 'Representativeness', 'ICC(2,1)')).toContainText(icc.toFixed(2));
  await expect(desk.row('Agreement', 'Best, bad, neither')).toContainText(kappa.toFixed(2));
  await expect(desk.row('Agreement', 'Clarity', 'alpha')).toContainText('all answers are the same');
  await expect(page.getByText(`Representativeness. Mean ${mean.toFixed(2)} ± ${standardDeviation.toFixed(2)} of 36 scores`)).toBeVisible();
  await expect(desk.row('Readers', 'Reader 3')).toContainText('1 of 2');

  const disputed = page.getByRole('region', { name: 'To be adjudicated' });
  await disputed.getByRole('radiogroup', { name: 'Decision on morphology/1' }).getByRole('radio', { name: 'Prune' }).click();
  await disputed.getByRole('textbox', { name: 'Note on morphology/1' }).fill('Not typical.');
  expect(JSON.parse(await desk.save('Prototypes to prune (JSON)'))).toMatchObject({ prune: { '2D_partial': [1] } });
  expect(await desk.save('Adjudication (CSV)')).toContain('prune,Not typical.');
  expect((await desk.save('All answers (CSV)')).trimEnd().split('\r\n')).toHaveLength(1 + 3 * 2 * 17 + 9);

  const report = await desk.save('Report (HTML)');
  const paper = await page.context().newPage();
  await paper.setContent(report);
  await expect(paper.getByRole('heading', { level: 1 })).toHaveText('Merged answers: Three readers');
  await expect(paper.getByText('Not typical.')).toBeVisible();
  await paper.close();
});

test('what is refused is told in one sentence, and what was merged stays', async ({ page }, info) => {
  const desk = new MergingDesk(page);
  await desk.open();
  await desk.give(await writeThree(info));
  await expect(desk.progress).toHaveText('3 readers merged.');
  const [file] = threeReaderFiles;
  const whole = JSON.stringify(file);
  const sentences = {
    'malformed.json': [whole.slice(0, 5000), 'This file of answers is damaged: the file breaks off or is no JSON.'],
    'edited.json': [whole.replace('"value":4', '"value":5'), 'This file of answers was changed after it was written: entry'],
    'foreign.json': ['{"some":"thing"}', 'This is no file of a reader’s answers'],
    'newer.json': [whole.replace(/"formatVersion":1/, '"formatVersion":2'), 'open it with a newer page'],
    'other.json': [JSON.stringify(simulateMany(3)[2]), 'it answers “Everything at once”, and the first file answers “Three readers”'],
    'again.json': [whole, 'the same answers as “reader-1.json”'],
  } as const;
  await desk.give(await write(info, Object.fromEntries(Object.entries(sentences).map(([name, [content]]) => [name, content]))));
  for (const [name, [, sentence]] of Object.entries(sentences)) await expect(desk.row('Files', name)).toContainText(sentence);
  await expect(desk.progress).toHaveText('3 readers merged.');
  await expect(desk.row('Readers', 'Reader')).toHaveCount(4);
});

test('a coordinator decides with the keyboard alone', async ({ page }, info) => {
  const desk = new MergingDesk(page);
  await desk.open();
  const choose = page.getByRole('button', { name: 'Choose answers files' });
  await tabTo(page, choose);
  const dialog = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await dialog).setFiles([...(await writeThree(info))]);
  await expect(desk.progress).toHaveText('3 readers merged.');
  await tabTo(page, page.getByRole('button', { name: 'To be adjudicated' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'To be adjudicated' })).toBeFocused();
  const keep = page.getByRole('radiogroup', { name: 'Decision on morphology/0' }).getByRole('radio', { name: 'Keep' });
  await tabTo(page, keep);
  await page.keyboard.press('Space');
  await expect(keep).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Typical.');
  await expect(page.getByRole('textbox', { name: 'Note on morphology/0' })).toHaveValue('Typical.');
});

for (const { width, height, colorScheme } of OUTER_VIEWS) {
  test.describe(() => {
    test.use({ viewport: { width, height }, colorScheme });

    test(`axe finds nothing on the merged answers of twenty readers at ${width} × ${height}, ${colorScheme}`, async ({ page }, info) => {
      const desk = new MergingDesk(page);
      await desk.open();
      await expectAccessible(page, 'nothing merged');
      await desk.give(await write(info, Object.fromEntries(simulateMany(20).map((file, i) => [`${i}.json`, file]))));
      await expect(desk.progress).toHaveText('18 readers merged.');
      await page.getByRole('button', { name: 'Merge them all the same' }).click();
      await expect(desk.progress).toHaveText('20 readers merged.');
      await expectAccessible(page, 'twenty readers');
      const [content, room] = await page.locator('.merge-page').evaluate((element) => [element.scrollWidth, element.clientWidth]);
      expect(content).toBeLessThanOrEqual(room!);
    });
  });
}
