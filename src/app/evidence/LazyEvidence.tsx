import { createPreloaded } from '../createPreloaded';

const evidence = createPreloaded(async () => (await import('./Evidence')).Evidence);

/** Loads what draws the evidence before there is any. */
export const loadEvidence = evidence.load;

/** The evidence for a statement, which is not of what the page fetches first: it follows the prediction. */
export const LazyEvidence = evidence.Part;
