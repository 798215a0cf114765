import { describe, expect, it } from 'vitest';
import { createAppStore } from './appStore';
import type { DisplayState } from './displayState';
import { openPage, openPageWithResult, openRecording } from './fixtures/testPage';
import { createTestWorld } from './fixtures/testWorld';
import { toModelInput } from '../model/modelInput';
import { findModelView, shownForm, shownLayout, statementExplanation, statementRows } from './selectors';

describe('layout', () => {
  it('follows the chosen prototype until the reader chooses', async () => {
    const page = await openPageWithResult();
    expect(shownLayout(page.store.getState())).toBe('matched');
    page.actions.selectPrototype({ branch: 'global', index: 0 });
    expect(shownLayout(page.store.getState())).toBe('page');
    page.actions.changeDisplay({ layout: 'stacked' });
    page.actions.selectPrototype({ branch: 'morphology', index: 0 });
    expect(shownLayout(page.store.getState())).toBe('stacked');
  });

  it('shows the whole page where there is no match to lay out', async () => {
    const page = await openPageWithResult();
    page.actions.changeDisplay({ layout: 'matched' });
    page.actions.selectPrototype({ branch: 'rhythm', index: 0 });
    expect(shownLayout(page.store.getState())).toBe('page');
  });
});

describe('the form of the page', () => {
  it('shows where the layout is a whole page, and only there', async () => {
    const page = await openPageWithResult();
    page.actions.changeDisplay({ pageForm: 'sixByTwo' });
    expect(shownForm(page.store.getState())).toBe('matched');
    page.actions.changeDisplay({ layout: 'page' });
    expect(shownForm(page.store.getState())).toBe('sixByTwo');
  });
});

describe('signal', () => {
  it('is the recording until the model has had its input, whatever is asked for', async () => {
    const world = createTestWorld();
    const page = await openPage(world);
    await openRecording(page, world, 1);
    page.actions.changeDisplay({ signal: 'seen' });
    expect(findModelView(page.store.getState())).toBeNull();
  });

  it('is what the model saw or the difference on request, the same object for the same state', async () => {
    const page = await openPageWithResult(createTestWorld({ toModelInput }));
    expect(findModelView(page.store.getState())).toBeNull();
    for (const signal of ['seen', 'difference'] as const) {
      page.actions.changeDisplay({ signal });
      const view = findModelView(page.store.getState());
      expect(view).toMatchObject({ kind: signal, cutoffHz: 0.5 });
      page.actions.changeDisplay({ theme: 'dark' });
      expect(findModelView(page.store.getState())).toBe(view);
    }
  });

  it('is the recording again when another ECG is opened', async () => {
    const world = createTestWorld({ toModelInput });
    const page = await openPageWithResult(world);
    page.actions.changeDisplay({ signal: 'difference' });
    await openRecording(page, world, 2);
    expect(page.store.getState().display.signal).toBe('recorded');
  });
});

describe('selectors', () => {
  it('return the same object for the same state', async () => {
    const page = await openPageWithResult();
    const before = page.store.getState();
    page.actions.changeDisplay({ theme: 'dark' });
    const after = page.store.getState();
    expect(statementRows(after)).toBe(statementRows(before));
    expect(statementExplanation(after)).toBe(statementExplanation(before));
  });
});

describe('preferences', () => {
  const kept: Partial<DisplayState> = {
    theme: 'dark',
    paperColours: 'highContrast',
    isNoteRead: true,
    caseOrder: 'ownSimilarity',
    ledgerBase: 'average',
    caseView: 'overlaid',
    pageForm: 'pageThreeStrips',
    leadOrder: 'cabrera',
    rhythmLead: 'V1',
    paperSpeedMmPerSecond: 50,
    gainMmPerMv: 20,
    calibrations: [{ pixelsPerMm: 4.1, screen: { width: 1920, height: 1080, devicePixelRatio: 1, zoom: 1, pinch: 1 } }],
  };

  it('keep colours, paper and calibrations and never a layout, a signal, a file name or a result', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    page.actions.changeDisplay({ ...kept, layout: 'stacked', signal: 'seen' });
    expect([...world.stored.keys()]).toEqual(['protoecg.display']);
    expect(JSON.parse(world.stored.get('protoecg.display')!)).toEqual(kept);
    const next = createAppStore(world.deps).store.getState().display;
    expect(next).toEqual({ ...kept, layout: 'automatic', signal: 'recorded' });
  });

  it.each([
    ['a speed that no paper has', { paperSpeedMmPerSecond: 30 }],
    ['a lead that does not exist', { rhythmLead: 'V9' }],
    ['a calibration without a length', { calibrations: [{ ...kept.calibrations![0], pixelsPerMm: 0 }] }],
  ])('leave out %s and keep the rest', (_, damage) => {
    const world = createTestWorld();
    world.stored.set('protoecg.display', JSON.stringify({ ...kept, ...damage }));
    const { display } = createAppStore(world.deps).store.getState();
    const [field] = Object.keys(damage) as [keyof DisplayState];
    expect(display[field]).toEqual({ paperSpeedMmPerSecond: 25, rhythmLead: 'II', calibrations: [] }[field as string]);
    expect(display.leadOrder).toBe('cabrera');
  });

  it.each(['not json', '[]', '{"theme":"purple"}', 'null'])('start anew from damaged storage: %s', (text) => {
    const world = createTestWorld();
    world.stored.set('protoecg.display', text);
    expect(createAppStore(world.deps).store.getState().display.theme).toBe('system');
  });

  it('say so once when the browser refuses to keep them, and change the page all the same', () => {
    const setItem = () => {
      throw new Error('QuotaExceededError');
    };
    const world = createTestWorld({ storage: { getItem: () => null, setItem } });
    const page = createAppStore(world.deps);
    page.actions.changeDisplay({ theme: 'dark' });
    page.actions.changeDisplay({ theme: 'light' });
    expect(page.store.getState().display.theme).toBe('light');
    expect(page.store.getState().notices).toMatchObject([{ content: { kind: 'unsaved' } }]);
  });
});
