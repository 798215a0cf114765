/** Where the columns of a figure of scores stand, in CSS pixels. */
export interface ScoreLayout {
  readonly width: number;
  /** Names end left of this. */
  readonly nameEnd: number;
  readonly bars: readonly [start: number, end: number];
  /** The dots of means; null where there is no room for them. */
  readonly means: readonly [start: number, end: number] | null;
  /** Where the words of the mean, the number of scores and of those who cannot judge end. */
  readonly meanEnd: number;
  readonly countEnd: number;
  readonly cannotJudgeEnd: number;
  readonly headHeight: number;
  readonly rowHeight: number;
}

/** From these widths on there is room for the dots of means, and for generous columns. */
const WIDE = 640;
const WIDEST = 960;
const GAP = 16;

/** What columns take beside the bars, in CSS pixels. */
function findColumns(width: number) {
  if (width < WIDE) return { name: 92, means: 0, mean: 88, count: 0, cannotJudge: 0 };
  if (width < WIDEST) return { name: 92, means: 110, mean: 88, count: 48, cannotJudge: 52 };
  return { name: 120, means: 180, mean: 96, count: 56, cannotJudge: 64 };
}

/** Lays a figure of scores out; on a narrow page the means stand as words alone. */
export function layoutScores(width: number): ScoreLayout {
  const isWide = width >= WIDE;
  const columns = findColumns(width);
  const cannotJudgeEnd = width;
  const countEnd = cannotJudgeEnd - columns.cannotJudge;
  const meanEnd = countEnd - columns.count;
  const meansEnd = meanEnd - columns.mean;
  const barsEnd = isWide ? meansEnd - columns.means - GAP : meansEnd;
  return {
    width,
    nameEnd: columns.name,
    bars: [columns.name + GAP / 2, barsEnd],
    means: isWide ? [barsEnd + GAP, meansEnd - GAP / 2] : null,
    meanEnd,
    countEnd,
    cannotJudgeEnd,
    headHeight: isWide ? 48 : 56,
    rowHeight: isWide ? 26 : 40,
  };
}
