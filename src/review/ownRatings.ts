import { type PrototypeKey, toPrototypeName } from '../explanation/prototypeKey';
import { BRANCHES } from '../model/branch';
import type { Manifest } from '../model/manifest';
import { type FoldedLog, toItemId } from './foldLog';
import type { LogEntry } from './logEntry';
import { stateOf } from './progress';

/** The id of a prototype in the log of a reader's own review. */
export function toOwnItemId(prototype: PrototypeKey): string {
  return `rating:${toPrototypeName(prototype)}`;
}

/** The prototypes of a pack that its reader's own review says are bad, by branch and index. */
export function findRatedBad({ prototypes }: Pick<Manifest, 'prototypes'>, folded: FoldedLog): readonly PrototypeKey[] {
  return BRANCHES.flatMap((branch) =>
    prototypes[branch].map((_, index) => ({ branch, index })).filter((key) => stateOf(folded, toOwnItemId(key)).answers.mark === 'bad'),
  );
}

/** When something was last said of an item that still stands, in UTC; undefined where nothing was. */
export function findAnswerTime(entries: readonly LogEntry[], { standing }: FoldedLog, item: string): string | undefined {
  return entries.findLast(({ seq, event }) => standing.has(seq) && toItemId(event) === item)?.time;
}
