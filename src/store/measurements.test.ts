import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import { type EcgMeasurements, measureEcg } from '../signal/measure/measureEcg';
import { USED_SECONDS } from '../signal/readWindow';
import { firstSeconds } from '../signal/window';
import { createTestWorld, droppedFile, settle, testEcg } from './fixtures/testWorld';
import { openPage, openRecording } from './fixtures/testPage';

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

  it('come too late for a recording that gave way to another', async () => {
    const answers: ((measured: EcgMeasurements) => void)[] = [];
    const world = createTestWorld({ measureEcg: () => new Promise((resolve) => answers.push(resolve)) });
    const page = await openPage(world);
    for (const nth of [1, 2]) {
      await openRecording(page, world, nth);
      world.idleMoments[nth - 1]!();
      await settle();
    }
    const [first, second] = [1, 2].map((seed) => measureEcg(testEcg(seed)));
    answers[1]!(second!);
    await settle();
    answers[0]!(first!);
    await settle();
    expect(page.store.getState().measurements).toEqual({ status: 'ready', measured: second });
  });

  it('are not made of a recording that was closed meanwhile', async () => {
    const world = createTestWorld();
    const page = await openPage(world);
    await openRecording(page, world, 1);
    void page.actions.closeRecording();
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
