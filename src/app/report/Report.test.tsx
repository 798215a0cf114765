// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import type { AppStore } from '../../store/appStore';
import { createTestPack, createTestPrediction } from '../../store/fixtures/testPack';
import { one } from '../../store/fixtures/testPage';
import { createTestWorld, droppedFile, type TestWorld, testEcg } from '../../store/fixtures/testWorld';
import { answer } from '../fixtures/answer';
import { openApp } from '../fixtures/openApp';
import { press } from '../fixtures/press';
import { closePage } from '../fixtures/renderPage';
import { stubBrowser } from '../fixtures/stubBrowser';

beforeEach(() => stubBrowser({ matchesMedia: false }));

afterEach(() => {
  closePage();
  vi.unstubAllGlobals();
});

/** A page on which an ECG was opened, and the code of the report has come. */
async function openEcg(world: TestWorld, ecg = testEcg(1)): Promise<AppStore> {
  const page = await openApp(world);
  await answer(() => void page.actions.openFiles([droppedFile('secret-patient.hea')]));
  await answer(() => world.reads.at(-1)!.resolve({ ...ecg, remarks: ['Recorded of Erika Mustermann.'] }));
  // Its code comes when the page is idle; a second is the longest wait for that.
  await act(() => vi.waitFor(async () => {
    window.dispatchEvent(new Event('beforeprint'));
    window.dispatchEvent(new Event('afterprint'));
    await import('./Report');
    await new Promise((resolve) => setTimeout(resolve, 60));
  }));
  return page;
}

async function openResult(): Promise<{ readonly page: AppStore; readonly world: TestWorld }> {
  const world = createTestWorld();
  const page = await openEcg(world);
  await answer(() => world.loads[0]!.resolve(createTestPack({ name: 'one', simulated: true })));
  await answer(() => world.predictions[0]!.resolve(createTestPrediction(one)));
  await answer(() => world.records.forEach(({ resolve }) => resolve(testEcg(2))));
  return { page, world };
}

/** What would go to paper, printed by the browser's own command. */
async function print(): Promise<HTMLElement> {
  await act(() => window.dispatchEvent(new Event('beforeprint')));
  const report = document.querySelector<HTMLElement>('body > .report')!;
  const printed = report.cloneNode(true) as HTMLElement;
  await act(() => window.dispatchEvent(new Event('afterprint')));
  return printed;
}

describe('a report', () => {
  it('is there while the browser prints, and only then', async () => {
    await openResult();
    expect(document.querySelector('.report')).toBeNull();
    await act(() => window.dispatchEvent(new Event('beforeprint')));
    expect(document.querySelectorAll('body > .report')).toHaveLength(1);
    await act(() => window.dispatchEvent(new Event('afterprint')));
    expect(document.querySelector('.report')).toBeNull();
  });

  it('says which ten seconds of a long recording are on it, once others are chosen those', async () => {
    const page = await openEcg(createTestWorld(), createSyntheticEcg({ seed: 1, samplingRateHz: 100, seconds: 38 }));
    expect((await print()).textContent).toContain('100 Hz · 0:00 to 0:10 of 0:38 used · printed');
    await answer(() => void page.actions.chooseWindow(12));
    expect((await print()).textContent).toContain('0:12 to 0:22 of 0:38 used');
  });

  it('says which model computed what with which checks, and for what use', async () => {
    const { page } = await openResult();
    const words = (await print()).textContent;
    expect(words).toContain('one (01234567) · WebAssembly · ECG');
    expect(words).toContain('Checks passed: sum equals the logit (difference');
    expect(words).toContain('backend’s self-check (similarity 0, probability 0)');
    expect(words).toContain('Research use. Not a medical device. Demo model trained on simulated ECGs.');
    expect(words).toMatch(/printed \d{4}-\d\d-\d\d \d\d:\d\d UTC/);
    const { selection } = page.store.getState();
    expect(words).toContain(selection.status === 'statement' ? `Contributions to ${selection.code}` : 'never');
  });

  it('names no file, no patient and no remark of the recording', async () => {
    await openResult();
    expect((await print()).innerHTML).not.toMatch(/secret-patient|Mustermann/);
  });

  it('draws the ECG at 25 mm/s in the paper’s millimetres, its squares as lines', async () => {
    const { page } = await openResult();
    await answer(() => page.actions.changeDisplay({ paperSpeedMmPerSecond: 50, layout: 'stacked' }));
    const report = await print();
    const svg = report.querySelector('.ecg-figure')!;
    // The pulse's margin, ten seconds, and 2 mm.
    expect(Number(svg.getAttribute('width')) * (25.4 / 96)).toBeCloseTo(8 + 250 + 2, 6);
    expect(report.querySelectorAll('pattern')).toHaveLength(0);
    expect(report.textContent).toContain('The layout of the screen and 50 mm/s do not fit on this page.');
    await answer(() => page.actions.changeDisplay({ paperSpeedMmPerSecond: 25, layout: 'page' }));
    expect((await print()).textContent).not.toContain('not fit');
  });

  it('lists what is predicted, with its distance to the threshold, and two cases with both ECGs', async () => {
    const { page } = await openResult();
    const report = await print();
    const { inference, pack } = page.store.getState();
    if (inference.status !== 'ready' || pack.status !== 'ready') throw new Error('no result');
    const predicted = pack.pack.manifest.statements.filter((_, i) => inference.prediction.probabilities[i]! >= 0.5);
    expect([...report.querySelectorAll('tbody th')].map(({ textContent }) => textContent).sort()).toEqual(predicted.map(({ code }) => code).sort());
    expect(report.querySelectorAll('.case-strip')).toHaveLength(2);
    for (const strip of report.querySelectorAll('.case-strip')) {
      expect(strip.querySelectorAll('.paper-trace-patient').length).toBeGreaterThan(0);
      expect(strip.querySelectorAll('.paper-trace-prototype')).toHaveLength(strip.querySelectorAll('.paper-trace-patient').length);
    }
  });

  it('has the real prediction while the screen shows a what-if, and says so', async () => {
    const { page } = await openResult();
    await answer(() => void page.actions.setMuted({ kind: 'branch', branch: 'morphology' }, true));
    const report = await print();
    expect(page.store.getState().whatIf.branches).toEqual(['morphology']);
    expect(report.querySelector('.contribution-figure')!.textContent).toMatch(/Morphology\+6\.00.*Logit\+3\.13$/);
    expect(report.textContent).toContain('This page has the real prediction, without the what-if of the screen.');
  });

  it('never carries what was typed for one ECG over to another', async () => {
    const { page, world } = await openResult();
    await press(document.querySelector<HTMLElement>('.report-button')!);
    await act(() => import('./ReportDialog'));
    await answer(() => undefined);
    const field = document.querySelector<HTMLInputElement>('.text-field input')!;
    await answer(() => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, 'Erika, bed 4');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect((await print()).textContent).toContain('Erika, bed 4');

    await answer(() => void page.actions.openFiles([droppedFile('another.hea')]));
    await answer(() => world.reads.at(-1)!.resolve(testEcg(5)));
    expect(page.store.getState().recording).toMatchObject({ names: ['another.hea'] });
    expect(document.querySelector('.text-field')).toBeNull();
    expect((await print()).textContent).not.toContain('Erika');
  });

  it('printed while the model loads is the ECG, and says that the prediction is missing', async () => {
    const world = createTestWorld();
    await openEcg(world);
    const early = await print();
    expect(early.querySelector('.ecg-figure')).not.toBeNull();
    expect(early.textContent).toContain('The prediction is missing: the model was still loading when this was printed.');
    await answer(() => world.loads[0]!.resolve(one));
    expect((await print()).textContent).toContain('it was still being computed when this was printed.');
    await answer(() => world.predictions[0]!.reject(new Error('no GPU')));
    expect((await print()).textContent).toMatch(/The prediction is missing: .*no GPU/);
  });
});
