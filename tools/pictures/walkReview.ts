import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Manifest } from '../../src/model/manifest';
import type { Score } from '../../src/review/answer';
import { createPrototypeStudy } from '../../src/review/createPrototypeStudy';
import { simulateReader } from '../../src/review/fixtures/simulateReaders';
import type { PrototypeStudy } from '../../src/review/study';
import type { Take } from './walkReading';

const MANIFEST = fileURLToPath(new URL('../../public/models/demo/manifest.json', import.meta.url));
const READERS = 6;
/** Classes whose prototypes are easily looked at. */
const CLASSES = ['AFIB', 'SBRAD', 'CLBBB', 'CRBBB', 'LVH', 'IMI', 'ASMI', 'NORM'];

/** A file as the computer's dialog gives it. */
interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const toFile = (name: string, content: unknown): GivenFile => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(content)),
});

/** A study of the demo model: a few prototypes of some classes, the class hidden. */
async function createDemoStudy(): Promise<PrototypeStudy> {
  const bytes = await readFile(MANIFEST);
  const manifest = JSON.parse(bytes.toString()) as Manifest;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return createPrototypeStudy(
    { manifest, sha256, similarityReference: null },
    {
      title: 'Are the demo’s prototypes typical?',
      created: new Date(Date.UTC(2026, 0, 5)),
      seed: 'pictures',
      classes: CLASSES,
      selection: { rule: 'perClass', countPerClass: 4 },
      questions: ['representativeness', 'clarity'],
      isClassHidden: true,
      repeatShare: 0.1,
      plantedCount: 2,
      training: [],
      gate: null,
      roles: ['cardiologist', 'resident'],
      synchronisation: null,
    },
  );
}

/** The files of readers who agree more or less: each prototype has a quality, and each reader sees it within a grade. */
function simulateFiles(study: PrototypeStudy): readonly GivenFile[] {
  const generator = xoroshiro128plus(7);
  const draw = (end: number): number => uniformInt(generator, 0, end - 1);
  const quality = new Map([...study.items, ...study.planted].map(({ prototype }) => [prototype, 2 + draw(4)]));
  const toScore = (middle: number): Score => Math.min(5, Math.max(1, middle - 1 + draw(3))) as Score;
  return Array.from({ length: READERS }, (_, place) => {
    const file = simulateReader(study, {
      reader: { id: place.toString(16).padStart(16, '0'), role: place % 2 === 0 ? 'cardiologist' : 'resident', years: 2 + 3 * place },
      answersTo: ({ prototype, classes, kind }) => ({
        class: classes[0]!,
        representativeness: kind === 'planted' ? 1 : toScore(quality.get(prototype)!),
        clarity: toScore(4),
        ...(quality.get(prototype) === 2 && { mark: 'bad' as const }),
      }),
    });
    return toFile(`reader-${place + 1}.answers.json`, file);
  });
}

/** Walks through review mode as a coordinator and a reader do, and takes a picture wherever there is something new to see. */
export async function walkReview(page: Page, address: string, take: Take): Promise<void> {
  const button = (name: string | RegExp) => page.getByRole('button', { name }).first();
  const give = async (opener: string, files: readonly GivenFile[]) => {
    const chooser = page.waitForEvent('filechooser');
    await button(opener).click();
    await (await chooser).setFiles([...files]);
  };
  const study = await createDemoStudy();
  // Another fragment alone would not load the page anew.
  await page.goto('about:blank');
  await page.goto(`${address}#review`);
  await page.getByText(/is ready\.$/).waitFor();
  const card = page.getByRole('article', { name: study.title });
  const openStudy = async () => {
    await give('Open a study or answers file', [toFile('a.study.json', study)]);
    await card.getByText('cardiologist', { exact: true }).waitFor();
  };
  await openStudy();
  await take('11-review');

  await page.goto('about:blank');
  await page.goto(`${address}#review/make`);
  await page.getByText(/is ready\.$/).waitFor();
  await page.getByRole('textbox', { name: 'Title' }).fill(study.title);
  await take('12-make-study');

  await page.goto('about:blank');
  await page.goto(`${address}#review/merge`);
  await give('Choose answers files', simulateFiles(study));
  await page.getByText(`${READERS} readers merged.`).waitFor();
  await page.getByText(/is ready\.$/).waitFor();
  await page.getByRole('heading', { name: 'Scores', exact: true }).evaluate((heading) => heading.scrollIntoView());
  await take('13-merged');

  // Who reads a study sees nobody else's answers to it, so that the merging comes first.
  await page.goto('about:blank');
  await page.goto(`${address}#review`);
  await page.getByText(/is ready\.$/).waitFor();
  await openStudy();
  await card.getByText('cardiologist', { exact: true }).click();
  await card.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.getByRole('img', { name: 'Twelve-lead ECG' }).waitFor();
  await take('14-hidden-class');
  await page.goBack();
  await button('Begin').click();
  await page.getByRole('img', { name: 'Twelve-lead ECG' }).waitFor();
  await page.locator('.rate').focus();
  for (const key of ['4', '5']) await page.keyboard.press(key);
  await page.getByText('Saved', { exact: true }).first().waitFor();
  await take('15-rate');
}
