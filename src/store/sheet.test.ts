import { expect, it } from 'vitest';
import { createAppStore } from './appStore';
import { createTestWorld, droppedFile, settle, testEcg } from './fixtures/testWorld';
import { INITIAL_SHEET } from './sheet';

async function openPage() {
  const world = createTestWorld();
  const { store, actions } = createAppStore(world.deps);
  const open = async (name: string): Promise<void> => {
    void actions.openFiles([droppedFile(name)]);
    await settle();
    world.reads.at(-1)!.resolve(testEcg(1));
    await settle();
  };
  await open('a.hea');
  return { world, actions, open, sheet: () => store.getState().sheet };
}

it('magnifies from 1 to 8 times', async () => {
  const { actions, sheet } = await openPage();
  const magnified = (factor: number) => (actions.magnify(factor), sheet().magnification);
  expect([1.5, 0.3, 99, 8, 1].map(magnified)).toEqual([1.5, 1, 8, 8, 1]);
});

it('shows a lead alone at least twice its size and returns to what was', async () => {
  const { actions, sheet } = await openPage();
  actions.magnify(1.25);
  actions.focusLead('V2', 3.2);
  expect(sheet()).toMatchObject({ magnification: 2, focus: { lead: 'V2', seconds: 3.2 } });
  actions.magnify(6);
  actions.focusLead('V3');
  expect(sheet()).toMatchObject({ magnification: 6, focus: { lead: 'V3', seconds: null } });
  actions.magnify(1);
  expect(sheet().magnification).toBe(2);
  actions.focusLead(null);
  expect(sheet()).toMatchObject({ magnification: 1.25, focus: null });
});

it('shows a lead alone as large as it is asked to, within the limits', async () => {
  const { actions, sheet } = await openPage();
  actions.focusLead('V2', 3.2, 3.456);
  expect(sheet().magnification).toBe(3.46);
  actions.focusLead(null);
  actions.focusLead('V2', 3.2, 40);
  expect(sheet().magnification).toBe(8);
});

it('keeps calipers, and moves them to the lead that is shown alone', async () => {
  const { actions, sheet } = await openPage();
  actions.changeCalipers({ kind: 'both' });
  expect(sheet().calipers).toBeNull();
  actions.startCalipers('II', [1, 2]);
  actions.changeCalipers({ ends: [1, 1.8], activeEnd: 0 });
  expect(sheet().calipers).toEqual({ kind: 'time', lead: 'II', ends: [1, 1.8], activeEnd: 0, isMarching: false });
  actions.focusLead('V5');
  expect(sheet().calipers).toMatchObject({ lead: 'V5', ends: [1, 1.8] });
  actions.endCalipers();
  expect(sheet().calipers).toBeNull();
});

it('begins anew with another recording, comes back with its own and keeps nothing in the browser', async () => {
  const { actions, sheet, open, world } = await openPage();
  const disturb = (): void => {
    actions.magnify(4);
    actions.focusLead('V5');
    actions.startCalipers('II', [1, 2]);
  };
  disturb();
  const disturbed = sheet();
  await open('b.hea');
  expect(sheet()).toEqual(INITIAL_SHEET);
  void actions.closeRecording();
  expect(sheet()).toEqual(disturbed);
  void actions.closeRecording();
  expect(sheet()).toEqual(INITIAL_SHEET);
  expect(world.stored.size).toBe(0);
});
