import { createOrder, type ItemKind } from './order';
import type { Study } from './study';

/** About how long a reader takes for a prototype, and for an ECG read twice, in seconds. An estimate, nothing measured. */
const SECONDS_AN_ITEM = 40;
const SECONDS_A_CASE = 120;

/** How much a study asks of one reader. */
export interface StudyLength {
  /** Everything that is asked, in all. */
  readonly count: number;
  /** Of a study of prototypes, how many items of each kind. */
  readonly kinds: Readonly<Record<ItemKind, number>> | null;
  /** An estimate. */
  readonly seconds: number;
}

/** How much a study asks of each reader. */
export function findStudyLength(study: Study): StudyLength {
  if (study.kind === 'reading') {
    const count = study.cases.length;
    return { count, kinds: null, seconds: count * SECONDS_A_CASE };
  }
  const order = createOrder(study, '');
  const kinds = { training: 0, rating: 0, planted: 0, repeat: 0 };
  for (const { kind } of order) kinds[kind]++;
  return { count: order.length, kinds, seconds: order.length * SECONDS_AN_ITEM };
}
