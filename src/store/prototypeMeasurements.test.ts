import { describe, expect, it } from 'vitest';
import type { Ecg } from '../ecg/ecg';
import { Problem } from '../ecg/problem';
import type { EcgMeasurements } from '../signal/measure/measureEcg';
import { one, openPage, openPageWithResult, two } from './fixtures/testPage';
import { createTestWorld, settle, testEcg } from './fixtures/testWorld';
import { findPrototypeMeasurements, prototypeMeasurementsKey } from './prototypeMeasurements';

/** A world that tells which ECGs were measured, and answers with their first sample. */
function createMeasuringWorld() {
  const measured: Ecg[] = [];
  const world = createTestWorld({
    measureEcg: (ecg) => {
      measured.push(ecg);
      return Promise.resolve({ of: ecg.leads.I[0] } as unknown as EcgMeasurements);
    },
  });
  return { world, measured };
}

describe('measurements of a prototype’s record', () => {
  it('are made once, of the record that is fetched for them', async () => {
    const { world, measured } = createMeasuringWorld();
    const page = await openPageWithResult(world);
    void page.actions.measurePrototypeRecord('7');
    void page.actions.measurePrototypeRecord('7');
    await settle();
    expect(findPrototypeMeasurements(page.store.getState(), '7')).toEqual({ status: 'measuring' });
    expect(world.records.map(({ argument }) => argument)).toEqual(['7']);
    world.records[0]!.resolve(testEcg(5));
    await settle();
    expect(measured).toEqual([testEcg(5)]);
    expect(findPrototypeMeasurements(page.store.getState(), '7')).toEqual({
      status: 'ready',
      measured: { of: testEcg(5).leads.I[0] },
    });
    void page.actions.measurePrototypeRecord('7');
    await settle();
    expect(measured).toHaveLength(1);
  });

  it('are made of the record that is here already', async () => {
    const { world, measured } = createMeasuringWorld();
    const page = await openPageWithResult(world);
    void page.actions.openPrototypeRecord('7');
    world.records[0]!.resolve(testEcg(5));
    await settle();
    void page.actions.measurePrototypeRecord('7');
    await settle();
    expect(world.records).toHaveLength(1);
    expect(measured).toHaveLength(1);
  });

  it('belong to their pack, and are still there when it comes back', async () => {
    const { world } = createMeasuringWorld();
    const page = await openPage(world);
    world.loads[0]!.resolve(one);
    await settle();
    void page.actions.measurePrototypeRecord('7');
    await settle();
    world.records[0]!.resolve(testEcg(5));
    await settle();
    void page.actions.choosePack('two');
    world.loads[1]!.resolve({ ...two, sha256: 'f'.repeat(64) });
    await settle();
    expect(findPrototypeMeasurements(page.store.getState(), '7')).toBeUndefined();
    expect(page.store.getState().prototypeMeasurements).toHaveProperty([prototypeMeasurementsKey(one.sha256, '7')]);
  });

  it('that failed say so and are tried again', async () => {
    const { world } = createMeasuringWorld();
    const page = await openPageWithResult(world);
    void page.actions.measurePrototypeRecord('7');
    await settle();
    world.records[0]!.reject(new Problem('The record is missing.'));
    await settle();
    expect(findPrototypeMeasurements(page.store.getState(), '7')).toEqual({ status: 'failed', sentence: 'The record is missing.' });
    void page.actions.measurePrototypeRecord('7');
    await settle();
    expect(world.records).toHaveLength(2);
  });
});
