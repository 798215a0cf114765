import { formatCount } from '../../../viewer/format';

/** The words of the list of prototypes that a model should do without. */
export const pruneText = {
  save: 'prune.json',
  saveOf: (count: number) => `Save prune.json with ${toPrototypes(count)}`,
  hint: (count: number) =>
    `You rated ${toPrototypes(count)} of this model as bad. The list names them by branch and number, as the reference implementation counts them, so that it can leave them out.`,
} as const;

function toPrototypes(count: number): string {
  return count === 1 ? '1 prototype' : `${formatCount(count)} prototypes`;
}
