// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Manifest } from '../../model/manifest';
import type { AppStore } from '../../store/appStore';
import { openPageWithResult } from '../../store/fixtures/testPage';
import { createTestWorld, settle, type TestWorld, testEcg } from '../../store/fixtures/testWorld';
import { findShownRecording, statementExplanation } from '../../store/selectors';
import { answer } from '../fixtures/answer';
import { findNamed } from '../fixtures/findNamed';
import { press } from '../fixtures/press';
import { closePage, renderPage } from '../fixtures/renderPage';
import { stubBrowser } from '../fixtures/stubBrowser';
import { Cases } from './Cases';

let world: TestWorld;
let page: AppStore;

beforeEach(async () => {
  stubBrowser();
  world = createTestWorld();
  page = await openPageWithResult(world);
});

afterEach(() => {
  closePage();
  vi.unstubAllGlobals();
});

/** The cases on the page, with the source record of all of them. */
async function openCases(): Promise<void> {
  const explained = statementExplanation(page.store.getState());
  if (explained.status !== 'ready') throw new Error('There is no explanation.');
  renderPage(page, <Cases explanation={explained.explanation} recording={findShownRecording(page.store.getState())!} />);
  await answer(() => {
    world.records[0]!.resolve(testEcg(5));
    world.idleMoments[0]!();
  });
}

function changePack(change: (manifest: Manifest) => Partial<Manifest>): void {
  const { pack } = page.store.getState();
  if (pack.status !== 'ready') throw new Error('There is no pack.');
  const manifest = { ...pack.pack.manifest, ...change(pack.pack.manifest) };
  page.store.setState({ pack: { ...pack, pack: { ...pack.pack, manifest } } });
}

/** Opens a dossier, whose program is loaded when it is first asked for. */
async function openDossier(name: string): Promise<void> {
  await act(async () => {
    findNamed('button', `Dossier of ${name}`).click();
    await import('./PrototypeDossier');
    await settle();
  });
}

it('shows all cases as the reader chooses, once for all, and measures for it', async () => {
  await openCases();
  expect(document.querySelectorAll('.pair-panel')).toHaveLength(8);
  expect(page.store.getState().prototypeMeasurements).toEqual({});
  await press(findNamed('button', 'Overlaid'));
  expect(page.store.getState().display.caseView).toBe('overlaid');
  expect(document.querySelectorAll('.pair-panel')).toHaveLength(4);
  expect(document.querySelectorAll('.pair-remark')).toHaveLength(4);
});

it('opens a table of what is measured in both ECGs, with “differs” in words', async () => {
  await openCases();
  await press(findNamed('button', 'Measured differences'));
  const table = document.querySelector('.difference-table')!;
  const rows = [...table.querySelectorAll('tbody tr')].map(({ textContent }) => textContent!);
  expect(rows).toHaveLength(6);
  expect(rows[0]).toMatch(/^Heart rate\d+ ± \d+\/min\d+ ± \d+\/min[+−]?\d+ ± \d+\/min (differs|within uncertainty)$/);
  expect(rows[2]).toMatch(/^QRS duration\d+ ± \d+ ms\d+ ± \d+ ms[+−]?\d+ ± \d+ ms (differs|within uncertainty)$/);
  expect(rows[5]).toMatch(/^ST, J \+ 60, in \S+[+−]?\d\.\d\d ± 0\.\d\d mV[+−]?\d\.\d\d ± 0\.\d\d mV[+−]?\d\.\d\d ± 0\.\d\d mV (differs|within)/);
  expect([...table.querySelectorAll('th[scope=col]')].map(({ textContent }) => textContent)).toEqual([
    'Measure', 'This ECG', 'Prototype', 'Difference',
  ]);
});

it('opens a prototype’s dossier and goes on to the others of its record and back', async () => {
  changePack(({ prototypes }) => ({
    prototypes: { ...prototypes, morphology: [prototypes.morphology[0]!, { ...prototypes.morphology[1]!, window: [300, 550] }] },
    records: [{ id: '7', ageYears: 63, sex: 'male', statements: { LVH: 100, SR: 0 }, shard: 'records-0.bin', position: 0 }],
  }));
  await openCases();
  await openDossier('morphology/0');
  expect(document.querySelector('.dossier h3')!.textContent).toBe('Prototype morphology/0');
  const dialog = document.querySelector('[role=dialog]')!;
  expect(dialog.textContent).toContain('LVH (what LVH means)');
  expect(dialog.textContent).toContain('record 7, male, 63 years');
  expect(dialog.textContent).toContain('LVH (100 %), SR (likelihood not stated)');
  expect(dialog.textContent).toContain('(1.0000) and as found again when the pack was made (1.0000), of 13: no difference.');
  expect(dialog.textContent).toContain('too few to say how often it fires');
  expect(dialog.querySelectorAll('.ecg-figure .paper-evidence')).toHaveLength(12);
  expect([...dialog.querySelectorAll('.difference-table tbody tr')].map(({ textContent }) => textContent)).toEqual([
    'Supports', 'LVH what LVH means+5.000', 'SR what SR means+3.000', 'Opposes', 'NORM what NORM means−6.000', 'AFIB what AFIB means−4.000',
  ]);
  const siblings = () => [...dialog.querySelectorAll('.dossier-siblings li')].map(({ textContent }) => textContent);
  expect(siblings()[0]).toBe('morphology/1LVH3.00–5.50 s: overlaps by 0.50 s');
  expect(siblings()).toHaveLength(5);

  await press(findNamed('button', 'Dossier of morphology/1', dialog));
  expect(dialog.querySelector('h3')!.textContent).toBe('Prototype morphology/1');
  expect(document.activeElement).toBe(dialog.querySelector('h3'));
  await press(findNamed('button', 'Back to morphology/0', dialog));
  expect(dialog.querySelector('h3')!.textContent).toBe('Prototype morphology/0');
});

it('says in the dossier how often a prototype fires, with this ECG among the others', async () => {
  const { pack } = page.store.getState();
  if (pack.status !== 'ready') throw new Error('There is no pack.');
  const own = { with: { count: 40, mean: 2, similarities: [1, 2, 5] }, without: { count: 400, mean: 1, similarities: [0, 1.5, 2.5] } };
  const similarityReference = {
    percents: [10, 50, 90],
    prototypes: { rhythm: [own, own], morphology: [own, own], global: [own, own] },
  };
  page.store.setState({ pack: { ...pack, pack: { ...pack.pack, similarityReference } } });
  await openCases();
  await openDossier('morphology/1');
  expect(document.querySelector('.similarity-strip')).not.toBeNull();
  const words = document.querySelector('[role=dialog]')!.textContent!;
  expect(words).toContain('The median similarity of 40 ECGs with LVH is 2.00; 30 % of 400 ECGs without LVH reach that');
  expect(words).toContain('At the median, 2.00');
  expect(words).toContain('this ECG 2.00');
});
