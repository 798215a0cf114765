import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import { measureEcg } from '../signal/measure/measureEcg';
import { firstSeconds } from '../signal/window';
import { createTestWorld, droppedFile, settle, testEcg } from './fixtures/testWorld';
import { openPage, openRecording } from './fixtures/testPage';
import { USED_SECONDS } from './selectors';

describe('the measurements', () => {
  it('wait for an idle moment, and are those of the drawn ten seconds', async () => {
    const world = createTestWorld();
    const page = await openPage(world);
    expect(page.store.getState().measurements).toEqual({ status: 'empty' });
    void page.actions.openFiles([droppedFile('long.hea')]);
    await settle();
    const long = createSyntheticEcg({ seed: 1, samplingRateHz: 100, seconds: 13 });
    world.reads[0]!.resolve(long);
    await settle();
    expect(page.store.getState().measurements).toEqual({ status: 'measuring' });
    world.idleMoments[0]!();
    await settle();
    const measured = measureEcg(firstSeconds(long, USED_SECONDS));
    expect(page.store.getState().measurements).toEqual({ status: 'ready', measured });
    expect(measured).not.toEqual(measureEcg(long));
  });

  it('belong to the recording that was opened last', async () => {
    const world = createTestWorld();
    const page = await openPage(world);
    await openRecording(page, world, 1);
    await openRecording(page, world, 2);
    world.idleMoments[0]!();
    await settle();
    expect(page.store.getState().measurements).toEqual({ status: 'measuring' });
    world.idleMoments[1]!();
    await settle();
    expect(page.store.getState().measurements).toEqual({ status: 'ready', measured: measureEcg(testEcg(2)) });
  });

  it('are not made of a recording that was closed meanwhile', async () => {
    const world = createTestWorld();
    const page = await openPage(world);
    await openRecording(page, world, 1);
    page.actions.closeRecording();
    world.idleMoments[0]!();
    await settle();
    expect(page.store.getState().measurements).toEqual({ status: 'empty' });
  });

  it('say in one sentence that they failed', async () => {
    const world = createTestWorld();
    const page = await openPage(world);
    void page.actions.openFiles([droppedFile('broken.hea')]);
    await settle();
    const broken = testEcg(1);
    Object.defineProperty(broken, 'leads', {
      get: () => {
        throw new Error('no leads');
      },
    });
    world.reads[0]!.resolve(broken);
    await settle();
    world.idleMoments[0]!();
    await settle();
    expect(page.store.getState().measurements).toEqual({
      status: 'failed',
      sentence: 'Something unexpected went wrong in the program: no leads',
    });
  });
});
