import { describe, expect, it } from 'vitest';
import { createAppStore } from './appStore';
import { openPageWithResult } from './fixtures/testPage';
import { createTestWorld } from './fixtures/testWorld';
import { shownLayout, statementExplanation, statementRows } from './selectors';

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
  it('keep the theme and never a layout, a file name or a result', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    page.actions.changeDisplay({ theme: 'dark', layout: 'stacked' });
    expect([...world.stored]).toEqual([['protoecg.display', '{"theme":"dark","caseOrder":"contribution"}']]);
    const next = createAppStore(world.deps).store.getState().display;
    expect(next).toEqual({ theme: 'dark', layout: 'automatic', caseOrder: 'contribution' });
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
