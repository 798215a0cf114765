// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Problem } from '../ecg/problem';
import { createTestPack, createTestPrediction } from '../store/fixtures/testPack';
import { createTestWorld, droppedFile, testEcg } from '../store/fixtures/testWorld';
import { answer } from './fixtures/answer';
import { openApp } from './fixtures/openApp';
import { press } from './fixtures/press';
import { closePage } from './fixtures/renderPage';
import { stubBrowser } from './fixtures/stubBrowser';

beforeEach(() => {
  stubBrowser();
  document.title = 'ProtoECG Viewer';
});

afterEach(() => {
  closePage();
  vi.unstubAllGlobals();
});

/** Drops files on the innermost thing on the page, as a reader does. */
async function drop(...names: string[]): Promise<void> {
  const event = new Event('drop', { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { types: ['Files'], files: names.map(droppedFile) } });
  await answer(() => document.querySelector('h2')!.dispatchEvent(event));
  expect(event.defaultPrevented).toBe(true);
}

it('reads files dropped anywhere, draws the ECG before the model is there, and then explains it', async () => {
  const world = createTestWorld();
  await openApp(world);
  expect(document.querySelector('h1')!.textContent).toBe('ProtoECG Viewer');
  expect(document.body.textContent).toContain('Not a medical device');

  await drop('secret.hea', 'secret.dat');
  expect(world.reads[0]!.argument).toEqual(['secret.hea', 'secret.dat']);
  await answer(() => world.reads[0]!.resolve(testEcg(1)));
  expect(document.querySelector('svg[role=img] title')!.textContent).toMatch(/Twelve-lead ECG/);
  expect(document.body.textContent).toContain('The prediction follows when the model is ready.');

  const pack = createTestPack({ name: 'one', simulated: true, verified: false });
  await answer(() => world.loads[0]!.resolve(pack));
  await answer(() => world.predictions[0]!.resolve(createTestPrediction(pack)));
  const options = [...document.querySelectorAll('[role=option]')];
  expect(options).toHaveLength(4);
  expect(options.find((option) => option.getAttribute('aria-selected') === 'true')!.textContent).toContain('AFIB');
  expect(document.querySelector('.statement-heading .caution')!.textContent).toMatch(/simulated ECGs\. Unverified model/);
  for (const place of ['header', '.rail', '.pair-source', '.status-bar']) {
    expect(document.querySelector(place)!.textContent).toMatch(/simulated ECG/);
  }
  expect(document.title).toBe('ProtoECG Viewer');
});

it('says nothing of simulated ECGs where a model learned from real ones', async () => {
  const world = createTestWorld();
  await openApp(world);
  await drop('a.hea');
  await answer(() => world.reads[0]!.resolve(testEcg(1)));
  const pack = createTestPack({ name: 'one' });
  await answer(() => world.loads[0]!.resolve(pack));
  await answer(() => world.predictions[0]!.resolve(createTestPrediction(pack)));
  expect(document.querySelector('.statement-heading .caution')!.textContent).toBe('Research use.');
  expect(document.body.textContent).not.toContain('simulated');
});

it('keeps the ECG when the next file is refused and takes the message away on request', async () => {
  const world = createTestWorld();
  await openApp(world);
  await drop('a.hea');
  await answer(() => world.reads[0]!.resolve(testEcg(1)));
  await drop('bad.txt');
  await answer(() => world.reads[1]!.reject(new Problem('“bad.txt” is no ECG.')));
  expect(document.querySelector('[role=alert]')!.textContent).toBe('“bad.txt” is no ECG. The ECG before it stays open.');
  expect(document.querySelector('svg[role=img]')).not.toBeNull();
  await press(document.querySelector<HTMLElement>('[role=alert] button')!);
  expect(document.querySelector('[role=alert]')).toBeNull();
});

it('says how to make a model where there is none', async () => {
  await openApp(createTestWorld({ readPackIndex: () => Promise.resolve([]) }));
  expect(document.querySelector('pre')!.textContent).toContain('npm run pack -- --fusion');
});
