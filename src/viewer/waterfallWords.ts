import { formatCount } from './format';
import type { WaterfallRow } from './waterfall';

/** What a row of the waterfall that is no prototype's is called. */
export function toRowName(row: Exclude<WaterfallRow, { kind: 'prototype' }>): string {
  switch (row.kind) {
    case 'bias':
      return row.isAverage ? 'Average ECG' : 'Bias';
    case 'branch':
      return row.branch[0]!.toUpperCase() + row.branch.slice(1);
    case 'others':
      return toOthersName(row);
    case 'logit':
      return 'Logit';
  }
}

/** "933 others", "933 others, 2 muted". */
function toOthersName({ prototypeCount, mutedCount }: Extract<WaterfallRow, { kind: 'others' }>): string {
  const others = `${formatCount(prototypeCount)} ${prototypeCount === 1 ? 'other' : 'others'}`;
  return mutedCount === 0 || mutedCount === prototypeCount ? others : `${others}, ${formatCount(mutedCount)} muted`;
}
