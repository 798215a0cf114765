import type { PrototypeStudy } from './study';

/**
 * Whether a reader may be told which prototype an item is. Not where its class is hidden, for an index tells it; nor where
 * items come again or bear a class that is not theirs, for the name would tell that they do.
 */
export function canNamePrototypes({ isClassHidden, repeatShare, planted }: PrototypeStudy): boolean {
  return !isClassHidden && repeatShare === 0 && planted.length === 0;
}

/**
 * Whether a reader may rate in an order of his own choice: where the study draws none from a seed, and where what items are
 * sorted by tells nothing that is hidden.
 */
export function canChooseOrder(study: PrototypeStudy): boolean {
  return study.seed === null && canNamePrototypes(study);
}
