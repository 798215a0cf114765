import { describe, expect, it } from 'vitest';
import { simulate } from '../../training/simulator/simulate';
import type { Ecg } from '../ecg/ecg';
import { mapLeads } from '../ecg/mapLeads';
import { measureEcg } from '../signal/measure/measureEcg';
import { findPoint, readLayer } from './pairReadout';
import { layoutScene, type MeasuredSide, type PairScene, toAlignedScene, toBesideScene } from './pairScene';
import { DEFAULT_PAPER } from './paper';

const ECG = simulate({ statements: ['SR', 'NORM'], ageYears: 40, sex: 'female', seed: 6, nuisance: 'none' }).ecg;
const MEASURED = measureEcg(ECG);
const PEAK = MEASURED.beats[4]!.seconds;

/** The ECG with every lead raised by as many millivolts as its place in the order. */
function raise(ecg: Ecg): Ecg {
  return { ...ecg, leads: mapLeads((lead, place) => ecg.leads[lead].map((value) => value + place)) };
}

const sideAt = (startSeconds: number, ecg = ECG): MeasuredSide => ({
  ecg,
  measured: MEASURED,
  segment: { startSeconds, endSeconds: startSeconds + 0.93 },
});
const WHOLE: MeasuredSide = { ecg: ECG, measured: MEASURED, segment: null };
const aligned = (...sides: [MeasuredSide, MeasuredSide]) => toAlignedScene('overlaid', ...sides) as PairScene;

describe('a pair of segments', () => {
  it('is laid on each other at R, whatever the start of the segments and the offset of the leads', () => {
    const { patient, prototype, peakSeconds, remark } = aligned(sideAt(PEAK - 0.3), sideAt(PEAK - 0.5, raise(ECG)));
    expect(peakSeconds).toBeCloseTo(0.3, 10);
    expect(prototype!.segment!.startSeconds).toBeCloseTo(-0.2, 10);
    expect(remark).toBe('Prototype shifted by −200 ms to align the R peaks. Each lead at its level before that QRS.');
    for (const lead of ['I', 'V2', 'V6'] as const) {
      for (const seconds of [0, 0.3, 0.36, 0.7]) {
        expect(readLayer(prototype!, lead, seconds)).toBeCloseTo(readLayer(patient, lead, seconds), 4);
      }
    }
  });

  it('differs by nothing from itself', () => {
    const scene = toAlignedScene('difference', sideAt(PEAK - 0.3), sideAt(PEAK - 0.5, raise(ECG))) as PairScene;
    const [layer] = scene.panels[0]!;
    expect(scene.panels).toHaveLength(1);
    expect(layer!.whose).toBe('difference');
    for (const seconds of [-0.1, 0.3, 0.9]) expect(readLayer(layer!, 'V3', seconds)).toBeCloseTo(0, 2);
  });

  it('begins at one place where a segment has no R peak near it', () => {
    const silent = { ...sideAt(PEAK - 0.3), measured: { ...MEASURED, beats: [] } };
    const { prototype, peakSeconds, remark } = aligned(silent, sideAt(PEAK - 0.5));
    expect(peakSeconds).toBeNull();
    expect(prototype!.segment!.startSeconds).toBe(0);
    expect(remark).toBe(
      'Aligned at the start of the segments: no R peak was found at this ECG’s segment. Each lead at its median.',
    );
  });

  it('keeps its medians where the complex is of another form, whose onset is not known', () => {
    const beats = MEASURED.beats.map((beat) => ({ ...beat, form: 'other' as const }));
    expect(aligned({ ...sideAt(PEAK - 0.3), measured: { ...MEASURED, beats } }, sideAt(PEAK - 0.3)).remark).toBe(
      'R peaks lie at one place without a shift. Each lead at its median.',
    );
  });

  it('stands side by side from the start of each segment, unshifted', () => {
    const { panels, patient, prototype, peakSeconds } = toBesideScene(sideAt(2), sideAt(5));
    expect([patient.originSeconds, prototype!.originSeconds, peakSeconds]).toEqual([2, 5, null]);
    expect(panels).toHaveLength(2);
  });
});

describe('a pair of whole records', () => {
  it('is laid on each other as median beats, R at 0', () => {
    const { span, patient, axis, peakSeconds } = aligned(WHOLE, WHOLE);
    expect([span, peakSeconds]).toEqual(['beat', 0]);
    expect(axis.startSeconds).toBeCloseTo(-0.56, 2);
    expect(axis.endSeconds).toBeCloseTo(0.76, 2);
    expect(readLayer(patient, 'II', 0)).toBeCloseTo(MEASURED.median!.leads.II![MEASURED.median!.peakSample]!, 5);
  });

  it('stays as it was recorded side by side', () => {
    expect(toBesideScene(WHOLE, WHOLE)).toMatchObject({ span: 'record', axis: { startSeconds: 0, endSeconds: 10 } });
  });
});

describe('a point of a panel', () => {
  const scene = toBesideScene(sideAt(2), sideAt(5));
  const layout = layoutScene(scene, DEFAULT_PAPER, 180);

  it('is the lead that is pointed at and its moment', () => {
    const cell = layout.cells.find(({ lead }) => lead === 'V4')!;
    const { cell: found, seconds } = findPoint(layout, cell.xMm + 10, cell.yMm + 3);
    expect(found.lead).toBe('V4');
    expect(seconds).toBeCloseTo(layout.shown.startSeconds + 0.4, 10);
  });

  it('beside all leads is the nearest of them, at its border', () => {
    const { cell, seconds } = findPoint(layout, -5, 999);
    expect(cell.lead).toBe(layout.cells.filter(({ xMm }) => xMm === 0).at(-1)!.lead);
    expect(seconds).toBe(layout.shown.startSeconds);
  });
});
