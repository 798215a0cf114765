import { createPreloaded } from '../createPreloaded';

const worklist = createPreloaded(async () => (await import('./Worklist')).Worklist);

/** Loads the worklist before it is wanted. */
export const loadWorklist = worklist.load;

/** The worklist, which is not of what the page fetches first: few readers open several recordings in its first moments. */
export const LazyWorklist = worklist.Part;
