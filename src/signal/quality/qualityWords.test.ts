import { describe, expect, it } from 'vitest';
import { QUALITY_KINDS } from './quality';
import type { QualityFinding } from './quality';
import { toQualityLines, toQualityMeaning, toQualityTitle } from './qualityWords';

const finding: QualityFinding = {
  kind: 'electrodeOff',
  severity: 'unusable',
  leads: ['V3'],
  electrodes: ['V3'],
  measured: { value: 16, unit: 'mV' },
  evidence: 'The baseline of V3 stands up to 16 mV from 0.',
  range: null,
};

describe('toQualityTitle', () => {
  it.each<[Partial<QualityFinding>, string]>([
    [{}, 'V3 electrode off'],
    [{ electrodes: ['RA'], leads: ['I', 'II'] }, 'Right arm electrode off'],
    [{ electrodes: ['RA', 'LA', 'LL'] }, 'Right arm, left arm and left leg electrodes off'],
    [{ kind: 'armSwap', electrodes: ['RA', 'LA'] }, 'Right arm and left arm electrodes probably swapped'],
    [{ kind: 'muscle', leads: ['II', 'III'] }, 'Muscle noise in II and III'],
    [{ kind: 'mains', leads: ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'] }, 'Mains hum in all chest leads'],
    [{ kind: 'mains', leads: ['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1'] }, 'Mains hum in 7 leads'],
    [{ kind: 'flat', leads: ['V2'], range: { startSeconds: 3, endSeconds: 6.04 } }, 'V2 flat from 3.0 to 6.0 s'],
  ])('%j: %s', (change, title) => {
    expect(toQualityTitle({ ...finding, ...change })).toBe(title);
  });

  it('has a title and a meaning of its own for every kind', () => {
    const words = QUALITY_KINDS.map((kind) => toQualityMeaning({ ...finding, kind }));
    expect(new Set(words).size).toBe(QUALITY_KINDS.length);
  });
});

describe('toQualityLines', () => {
  it('says severity, what it is and what was seen, a line each', () => {
    expect(toQualityLines({ findings: [finding] })).toEqual([
      'not usable: V3 electrode off. The baseline of V3 stands up to 16 mV from 0.',
    ]);
    expect(toQualityLines({ findings: [] })).toEqual([]);
  });
});
