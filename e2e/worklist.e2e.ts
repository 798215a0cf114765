import { expect, test } from '@playwright/test';
import { holdBackPredictions } from './support/hold';
import { type RecordFiles, writeRecord, writeTestFile } from './support/records';
import { Workbench } from './workbench';

/** What a reader compares when a recording comes back. */
async function readResult(desk: Workbench) {
  const measured = desk.page.getByRole('button', { name: /^All measurements/ });
  await expect(measured).toBeVisible();
  return {
    statement: await desk.statementCode(),
    statements: await desk.statements.allTextContents(),
    ledger: await desk.readLedger(),
    measurements: await desk.page.locator('.measurement-line').textContent(),
    selected: await desk.cases.first().getAttribute('aria-label'),
  };
}

test('ten ECGs before rounds: three recordings and a note are dropped, read one after the other by keys, and come back', async ({ page }, info) => {
  const [one, two, three] = await Promise.all(
    [['one', 3, 60], ['two', 8, 110], ['three', 21, 80]].map(([name, seed, heartRatePerMinute]) =>
      writeRecord(info, String(name), { seed: Number(seed), heartRatePerMinute: Number(heartRatePerMinute) }),
    ),
  );
  const note = await writeTestFile(info, 'letter.txt', 'Dear colleague,\n');
  const desk = new Workbench(page);
  await desk.open({ backend: 'wasm' });
  await desk.waitForModel();
  await desk.dropEcg([...one, ...three, note, ...two]);

  // In the order of their names; the first is open at once, the others follow by themselves.
  await desk.waitForResult('one');
  await expect(desk.worklist).toHaveCount(4);
  await expect(desk.worklist.locator('.worklist-name')).toHaveText(['letter.txt', 'one', 'three', 'two']);
  await expect(desk.worklist.locator('.worklist-state').filter({ hasText: /predicted/ })).toHaveCount(3);
  await expect(desk.rowOf('letter.txt')).toContainText('letter.txt seems to be plain text');
  await expect(page.getByText('2 of 4', { exact: true })).toBeVisible();
  await expect(desk.alert).toHaveCount(0);

  await desk.pickStatement((await desk.statements.nth(2).textContent())!.split(' ')[0]);
  const ofOne = await readResult(desk);
  await desk.step('next', 'three');
  const ofThree = await readResult(desk);
  await desk.step('next', 'two');
  const ofTwo = await readResult(desk);
  expect(ofTwo.ledger).not.toEqual(ofThree.ledger);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(desk.recordingNamed('two')).toBeVisible();

  await desk.step('previous', 'three');
  expect(await readResult(desk)).toEqual(ofThree);
  await desk.step('previous', 'one');
  expect(await readResult(desk)).toEqual(ofOne);
  await desk.rowOf('two').click();
  await desk.waitForResult('two');
  expect(await readResult(desk)).toEqual(ofTwo);

  // The letter does not belong here; a recording that was closed by mistake comes back.
  await page.getByRole('button', { name: 'Close letter.txt' }).click();
  await expect(desk.worklist).toHaveCount(3);
  await page.getByRole('button', { name: 'Close this ECG' }).click();
  await desk.waitForResult('three');
  await page.getByRole('button', { name: 'Undo' }).click();
  await desk.waitForResult('two');
  expect(await readResult(desk)).toEqual(ofTwo);
  await page.getByRole('button', { name: 'Close all 3' }).click();
  await expect(page.getByRole('button', { name: 'Choose ECG files' })).toBeVisible();
});

test('a second ECG joins the first, and the same one under another name does not', async ({ page }, info) => {
  const first = await writeRecord(info, 'first', { seed: 3 });
  const second = await writeRecord(info, 'second', { seed: 8 });
  const desk = new Workbench(page);
  await desk.open({ backend: 'wasm' });
  await desk.dropEcg(first);
  await desk.waitForResult('first');
  await expect(desk.worklist).toHaveCount(0);
  const before = await readResult(desk);
  await desk.dropEcg(second);
  await desk.waitForResult('second');
  await expect(desk.worklist).toHaveCount(2);

  await desk.dropEcg(first);
  await desk.waitForResult('first');
  await expect(page.getByText('first is open already: it was not added twice.')).toBeVisible();
  await expect(desk.worklist).toHaveCount(2);
  expect(await readResult(desk)).toEqual(before);
});

test('fifty recordings at once: the first can be read while the others are computed, and all of them are', async ({ page }, info) => {
  test.slow();
  const records: RecordFiles[] = [];
  for (let n = 1; n <= 50; n++) records.push(await writeRecord(info, `ecg${n}`, { seed: n, samplingRateHz: 250 }));
  const broken = await writeTestFile(info, 'ecg7.dat', new Uint8Array(99));
  const desk = new Workbench(page);
  await desk.open({ backend: 'wasm' });
  await desk.waitForModel();
  await desk.dropEcg([...records.flat().filter((path) => path !== broken), broken]);
  await desk.waitForResult('ecg1');
  await expect(desk.worklist).toHaveCount(50);
  await expect(desk.rowOf('ecg50')).toContainText('waiting');

  // The page answers while the others are computed.
  await desk.step('next', 'ecg2');
  await expect(desk.rowOf('ecg50')).toContainText('waiting');

  await expect(desk.worklist.locator('.worklist-state').filter({ hasText: /predicted/ })).toHaveCount(49, { timeout: 120_000 });
  await expect(desk.rowOf('ecg7')).toContainText('ecg7.dat is cut off');
});

test('another model computes every recording anew, the open one first, also when it is chosen while the first one runs', async ({ page }, info) => {
  // The same model under another name.
  await page.route('**/models/index.json', (route) => route.fulfill({ json: { packs: ['synthetic', 'second'] } }));
  await page.route('**/models/second/**', async (route) => {
    const response = await route.fetch({ url: route.request().url().replace('/second/', '/synthetic/') });
    await route.fulfill({ response });
  });
  const release = await holdBackPredictions(page);
  const desk = new Workbench(page);
  await desk.open({ backend: 'wasm' });
  await desk.waitForModel();
  await desk.dropEcg([...(await writeRecord(info, 'a', { seed: 3 })), ...(await writeRecord(info, 'b', { seed: 8 }))]);
  await expect(desk.recordingNamed('a')).toBeVisible();
  await expect(desk.status).toHaveText('Computing the prediction.');

  await page.getByRole('button', { name: /Choose a model/ }).click();
  await page.getByRole('option', { name: 'second' }).click();
  await expect(desk.status).toHaveText(/^(Loading the model second|Checking|Computing)/);
  await release();
  await desk.waitForResult('a');
  await expect(desk.rowOf('b')).toContainText('predicted');
  await desk.step('next', 'b');
  await expect(desk.statements).toHaveCount(71);
});

test('the start page says what it is for once, what will read and how, and draws on paper of high contrast', async ({ page }) => {
  const desk = new Workbench(page);
  await desk.open({ backend: 'wasm' });
  await desk.waitForModel();
  await expect(page.getByText(/^Model synthetic/)).toContainText('with WebAssembly');
  const note = page.getByRole('region', { name: 'What this is for' });
  await expect(note).toContainText('not a medical device');
  await note.getByRole('button', { name: 'Understood' }).click();
  await expect(note).toHaveCount(0);

  await page.getByRole('button', { name: 'Paper', exact: true }).click();
  await page.getByRole('radio', { name: 'High contrast' }).click();
  await page.keyboard.press('Escape');
  const ground = () => page.locator('.sheet').evaluate((sheet) => getComputedStyle(sheet).backgroundColor);
  await expect.poll(ground).toBe('rgb(255, 255, 255)');
  await page.reload();
  await desk.waitForModel();
  await expect(note).toHaveCount(0);
  await expect.poll(ground).toBe('rgb(255, 255, 255)');

  await page.getByRole('button', { name: 'About and help' }).click();
  const about = page.getByRole('dialog', { name: 'About ProtoECG Viewer' });
  await expect(about.getByRole('row', { name: /Alt \+ ↓.*Next ECG/ })).toBeVisible();
  await expect(about).toContainText('Version');
});
