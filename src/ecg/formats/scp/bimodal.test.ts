import { describe, expect, it } from 'vitest';
import { countStored, expandBimodal, toBimodalRuns } from './bimodal';

const WHOLE = { start: 1, end: 20 };

describe('bimodal compression', () => {
  it('keeps one value for a group outside protected areas, and what fills no group as it is', () => {
    // 9 samples before the area are two groups of 4 and a sample; 6 behind it one group and two samples.
    const runs = toBimodalRuns([{ start: 10, end: 14 }], WHOLE, 4, 'a.scp');
    expect(runs).toEqual([
      { decimated: 2, whole: 1 + 5 },
      { decimated: 1, whole: 2 },
    ]);
    expect(countStored(runs)).toBe(11);
    const samples = expandBimodal(Int32Array.from([0, 4, 10, 11, 12, 13, 14, 15, 7, 20, 21]), runs, 4);
    expect([...samples]).toEqual([0, 0, 0, 1, 2, 3, 4, 4, 10, 11, 12, 13, 14, 15, 7, 7, 7, 7, 20, 21]);
  });

  it('takes areas that reach beyond the lead, and none where a beat has none', () => {
    const areas = [
      { start: 0, end: 0 },
      { start: 1, end: 8 },
      { start: 15, end: 30 },
      { start: 40, end: 50 },
    ];
    expect(toBimodalRuns(areas, { start: 5, end: 20 }, 3, 'a.scp')).toEqual([
      { decimated: 0, whole: 4 },
      { decimated: 2, whole: 6 },
      { decimated: 0, whole: 0 },
    ]);
    expect(toBimodalRuns([], WHOLE, 4, 'a.scp')).toEqual([{ decimated: 5, whole: 0 }]);
  });

  it('changes nothing where a group is one sample', () => {
    const runs = toBimodalRuns([{ start: 3, end: 4 }], { start: 1, end: 6 }, 1, 'a.scp');
    expect([...expandBimodal(Int32Array.from([1, -2, 3, -4, 5, -6]), runs, 1)]).toEqual([1, -2, 3, -4, 5, -6]);
  });

  it('is refused where QRS complexes overlap or are out of order', () => {
    const areas = [
      { start: 3, end: 8 },
      { start: 8, end: 9 },
    ];
    expect(() => toBimodalRuns(areas, WHOLE, 4, 'a.scp')).toThrow('a.scp is damaged: its QRS complexes overlap at sample 8.');
    expect(() => toBimodalRuns(areas.toReversed(), WHOLE, 4, 'a.scp')).toThrow('overlap at sample 3.');
  });
});
