import { expect, type Page, test, type TestInfo } from '@playwright/test';
import { STANDARD_LEADS } from '../src/ecg/lead';
import { createSyntheticEcg } from '../tools/synthetic/ecg';
import { expectAccessible } from './support/expectAccessible';
import { findLayoutFaults } from './support/layoutFaults';
import { writeTestFile } from './support/records';
import { tabTo } from './support/tabTo';
import { Workbench } from './workbench';

/** A table of whole microvolts, twelve columns without a header: it says neither rate nor unit nor leads. */
function writeTable(info: TestInfo, name: string, seed: number): Promise<string> {
  const { leads, sampleCount } = createSyntheticEcg({ seed });
  const rows = Array.from({ length: sampleCount }, (_, i) => STANDARD_LEADS.map((lead) => Math.round(1000 * leads[lead][i]!)).join(','));
  return writeTestFile(info, name, rows.join('\n'));
}

const headingOf = (page: Page, name: string) => page.getByRole('heading', { name: `What ${name} leaves open` });
const radio = (page: Page, question: string, option: RegExp) => page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: option });
const factsOf = (page: Page) => page.getByRole('region', { name: 'Recording', exact: true });

const RATE = 'How many samples a second?';
const UNIT = 'What is one unit of its numbers?';
const ORDER = 'Which lead is which?';

async function choose(page: Page, question: string, option: RegExp): Promise<void> {
  // The circle itself is drawn: what is pressed is its label.
  await radio(page, question, option).check({ force: true });
}

async function answerAll(page: Page): Promise<void> {
  await choose(page, RATE, /^500 Hz/);
  await choose(page, UNIT, /^µV/);
  await choose(page, ORDER, /^I, II, III/);
}

test('a table that says neither rate, unit nor leads is drawn once they are stated, by keys alone', async ({ page }, info) => {
  const desk = new Workbench(page);
  await desk.open({ backend: 'wasm' });
  await desk.pickEcg([await writeTable(info, 'table.csv', 3)]);
  await expect(headingOf(page, 'table.csv')).toBeFocused();
  await expect(page.locator('form').getByRole('radio', { checked: true })).toHaveCount(0);
  const draw = page.getByRole('button', { name: 'Draw the ECG' });
  await expect(draw).toBeDisabled();

  // Up from the first offer is the last: to state another.
  await tabTo(page, radio(page, RATE, /^100 Hz/));
  await page.keyboard.press('ArrowUp');
  await tabTo(page, page.getByLabel('Samples a second, in Hz'));
  await page.keyboard.type('0');
  await expect(page.getByText('“0” is no number above 0.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('500');
  await expect(page.getByText('10 s long').last()).toBeVisible();
  await tabTo(page, radio(page, UNIT, /^µV/));
  await page.keyboard.press('Space');
  await expect(page.getByRole('img', { name: /with the rate and the unit/ })).toBeVisible();
  await tabTo(page, radio(page, ORDER, /^I, II, III/));
  await page.keyboard.press('ArrowUp');
  await tabTo(page, page.getByLabel('The leads in their order'));
  await page.keyboard.type('I II III aVR aVL aVF V1 V2 V3 V4 V5 V6');
  await tabTo(page, draw);
  await page.keyboard.press('Enter');

  await desk.waitForResult();
  await expect(factsOf(page)).toContainText('500 per second, as you stated');
  await expect(factsOf(page)).toContainText('1 µV, from');
  await expect(factsOf(page)).toContainText(/Einthovenwithin 0\.00\d mV/);
  await expect(factsOf(page)).toContainText(/CaseECG [0-9a-f]{8}/);

  // Another rate is another ECG.
  const before = await factsOf(page).textContent();
  await page.getByRole('button', { name: 'Change what you stated' }).click();
  await expect(radio(page, RATE, /^500 Hz/)).toBeChecked();
  await page.keyboard.press('Escape');
  expect(await factsOf(page).textContent()).toBe(before);
  await page.getByRole('button', { name: 'Change what you stated' }).click();
  await choose(page, RATE, /^250 Hz/);
  await draw.click();
  await expect(factsOf(page)).toContainText('20.00 s');
  await desk.waitForResult();
});

test('what cannot be right is said where it was stated, and Esc puts the recording aside', async ({ page }, info) => {
  const desk = new Workbench(page);
  await desk.open({ backend: 'wasm' });
  await desk.dropEcg([await writeTable(info, 'table.csv', 3)]);
  await answerAll(page);
  await choose(page, RATE, /^Another rate/);
  await page.getByLabel('Samples a second, in Hz').fill('1000');
  await page.getByRole('button', { name: 'Draw the ECG' }).click();
  await expect(desk.alert).toContainText('5 s');
  await expect(headingOf(page, 'table.csv')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Choose ECG files' })).toBeVisible();
  await expect(desk.alert).toContainText('5 s');
});

test('one answer serves all tables that ask the same', async ({ page }, info) => {
  const desk = new Workbench(page);
  await desk.open({ backend: 'wasm' });
  await desk.waitForModel();
  await desk.dropEcg(await Promise.all(['a.csv', 'b.csv', 'c.csv'].map((name, i) => writeTable(info, name, i + 1))));
  await answerAll(page);
  await page.getByText('Use for the other 2 recordings that ask the same').click();
  await page.getByRole('button', { name: 'Draw the ECG' }).click();
  await desk.waitForResult();
  for (const name of ['a.csv', 'b.csv', 'c.csv']) await expect(desk.rowOf(name)).toContainText(/predicted/);
});

for (const [width, height] of [[1440, 900], [1024, 768], [390, 844]] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`everybody can answer at ${width} × ${height} in ${colorScheme} colours`, async ({ page }, info) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      const desk = new Workbench(page);
      await desk.open({ backend: 'wasm' });
      await desk.pickEcg(await Promise.all(['a.csv', 'b.csv'].map((name, i) => writeTable(info, name, i + 1))));
      await expect(headingOf(page, 'a.csv')).toBeVisible();
      await expect(desk.rowOf('b.csv')).toContainText('asks for its rate, its unit and its leads');
      await expectAccessible(page, 'unanswered');
      await answerAll(page);
      await choose(page, ORDER, /^Another order/);
      await page.getByLabel('The leads in their order').fill('V7');
      await expectAccessible(page, 'answered, with a fault');
      expect(await findLayoutFaults(page)).toEqual([]);
    });
  }
}
