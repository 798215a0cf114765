// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readStudy } from '../../../review/readStudy';
import type { Study } from '../../../review/study';
import { type AppStore, createAppStore } from '../../../store/appStore';
import { createTestPack } from '../../../store/fixtures/testPack';
import { createTestWorld, droppedFile, type TestWorld, testEcg } from '../../../store/fixtures/testWorld';
import { createTestReview } from '../../../store/review/fixtures/testReview';
import type { ReviewStore } from '../../../store/review/reviewStore';
import { answer } from '../../fixtures/answer';
import { findNamed } from '../../fixtures/findNamed';
import { press } from '../../fixtures/press';
import { closePage, renderPage } from '../../fixtures/renderPage';
import { stubBrowser } from '../../fixtures/stubBrowser';
import { saveFile } from '../../saveFile';
import { MakePage } from './MakePage';

vi.mock('../../saveFile', () => ({ saveFile: vi.fn() }));

async function openMaker(review = createTestReview()): Promise<{ world: TestWorld; page: AppStore; review: ReviewStore }> {
  const world = createTestWorld();
  const page = createAppStore(world.deps);
  await answer(() => void page.actions.openPacks(null));
  await answer(() => world.loads[0]!.resolve(createTestPack({ name: 'one' })));
  await answer(() => void review.actions.openShelf());
  renderPage(page, <MakePage />, review);
  return { world, page, review };
}

/** The text field of that label. */
function fieldOf(label: string): HTMLInputElement {
  const found = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label);
  return document.getElementById(found!.htmlFor) as HTMLInputElement;
}

function type(label: string, value: string): Promise<void> {
  const field = fieldOf(label);
  return answer(() => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')!.set!.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** jsdom's blobs have no `text` of their own. */
function toText(blob: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve) => {
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });
}

const summary = () => findNamed('aside', 'This study').textContent;
const choose = (value: string) => press(document.querySelector<HTMLElement>(`input[type=radio][value=${value}]`)!);

async function savedStudy(): Promise<Study> {
  await press(findNamed('button', 'Save study file'));
  const [, blob] = vi.mocked(saveFile).mock.lastCall!;
  return readStudy(await toText(blob));
}

beforeEach(() => stubBrowser());

afterEach(() => {
  closePage();
  vi.unstubAllGlobals();
  vi.mocked(saveFile).mockClear();
});

it('says what is missing, counts what each reader is asked, and saves a study that can be read', async () => {
  const { review } = await openMaker();
  expect(summary()).toContain('Still missinga title');
  expect(findNamed('button', 'Save study file')).toMatchObject({ disabled: true });
  await choose('all');
  expect(summary()).toContain('6 to rate, 1 shown twice');

  await type('Title', 'Are they typical?');
  expect(summary()).not.toContain('Still missing');
  await press(findNamed('label', /^Clarity/).querySelector('input')!);
  await press(findNamed('button', 'Remove technician'));
  const study = await savedStudy();
  expect(study).toMatchObject({ title: 'Are they typical?', questions: ['representativeness'], roles: ['cardiologist', 'resident'] });
  expect(vi.mocked(saveFile).mock.lastCall![0]).toBe('are-they-typical.study.json');
  expect(review.store.getState().shelf).toMatchObject({ studies: [{ contentSha256: study.contentSha256 }] });
  expect(summary()).toContain('Saved as are-they-typical.study.json');
});

it('keeps what was chosen when the page is left', async () => {
  const { review } = await openMaker();
  await type('Title', 'Half done');
  closePage();
  await openMaker(review);
  expect(fieldOf('Title').value).toBe('Half done');
});

it('says where an address is none', async () => {
  await openMaker();
  await type('Copy answers to (optional)', 'nowhere');
  expect(summary()).toContain('an address that begins with https://');
});

it('makes a reading study of the ECGs that are open, without their names', async () => {
  const { page, world } = await openMaker();
  await choose('reading');
  expect(summary()).toContain('an ECG');
  for (const nth of [1, 2]) {
    await answer(() => void page.actions.openFiles([droppedFile(`smith${nth}.hea`)]));
    await answer(() => world.reads[nth - 1]!.resolve(testEcg(nth)));
  }
  await vi.waitFor(() => expect(document.querySelectorAll('.make-items > li')).toHaveLength(2));
  await type('Title', 'Does it help?');
  await type('Name of ECG 2 in the study', 'The second');
  await press(document.querySelector<HTMLElement>('.make-items input[type=checkbox]')!);
  const study = await savedStudy();
  expect(study).toMatchObject({ kind: 'reading', cases: [{ label: 'The second', truth: null }] });
  expect(JSON.stringify(study)).not.toContain('smith');
});
