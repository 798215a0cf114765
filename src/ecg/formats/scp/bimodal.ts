import { Problem } from '../../problem';
import type { SampleRange } from './qrsLocations';

/** Samples of a lead in the order in which bimodal compression stores them: some decimated, then some one by one. */
export interface BimodalRun {
  /** Values that stand for `factor` samples each. */
  readonly decimated: number;
  readonly whole: number;
}

/**
 * How a lead is stored by bimodal compression: one by one in protected areas, one value for `factor` samples between
 * them. Samples that do not fill a last group before a protected area are stored one by one. Source: EN 1064:2005+A1:2007,
 * 5.9 and annex C; the groups as in E. Cervesato's SCP-DECODE.
 * @throws Problem where protected areas overlap or are not in order.
 */
export function toBimodalRuns(
  protectedAreas: readonly SampleRange[],
  { start, end }: SampleRange,
  factor: number,
  name: string,
): BimodalRun[] {
  // A beat without protected area has 0 for its places.
  const areas = protectedAreas.filter((area) => area.end >= area.start && area.end >= start && area.start <= end && area.start > 0);
  const runs: BimodalRun[] = [];
  let next = start;
  for (const area of areas) {
    const [first, last] = [Math.max(area.start, start), Math.min(area.end, end)];
    if (first < next) throw new Problem(`${name} is damaged: its QRS complexes overlap at sample ${first}.`);
    runs.push(toRun(first - next, last - first + 1, factor));
    next = last + 1;
  }
  return [...runs, toRun(end - next + 1, 0, factor)];
}

function toRun(between: number, inArea: number, factor: number): BimodalRun {
  return { decimated: Math.floor(between / factor), whole: (between % factor) + inArea };
}

/** How many values such runs store. */
export function countStored(runs: readonly BimodalRun[]): number {
  return runs.reduce((sum, { decimated, whole }) => sum + decimated + whole, 0);
}

/**
 * All samples of a lead from those that bimodal compression kept. A decimated value is taken for the middle of its group,
 * and lines join the middles.
 * @param stored {@link countStored} values.
 */
export function expandBimodal(stored: Int32Array, runs: readonly BimodalRun[], factor: number): Float64Array {
  const samples = new Float64Array(runs.reduce((sum, { decimated, whole }) => sum + decimated * factor + whole, 0));
  const middle = Math.floor(factor / 2);
  let from = 0;
  let to = 0;
  for (const { decimated, whole } of runs) {
    for (let index = 0; index < decimated * factor; index++) {
      const place = Math.min(Math.max((index - middle) / factor, 0), decimated - 1);
      const before = stored[from + Math.floor(place)]!;
      const after = stored[from + Math.ceil(place)]!;
      samples[to++] = before + (place % 1) * (after - before);
    }
    from += decimated;
    samples.set(stored.subarray(from, from + whole), to);
    from += whole;
    to += whole;
  }
  return samples;
}
