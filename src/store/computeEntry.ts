import type { StoreContext } from './context';
import { runInference } from './inference';
import { measureRecording } from './measurements';
import type { CaseResults } from './resultsState';

/** Computes and measures what of a recording is not yet; settles when it is. */
export async function computeEntry(
  context: StoreContext,
  id: number,
  { measurements, inference }: Pick<CaseResults, 'measurements' | 'inference'>,
): Promise<void> {
  await Promise.all([
    ...(measurements.status === 'empty' ? [measureRecording(context, id)] : []),
    ...(inference.status === 'empty' ? [runInference(context, id)] : []),
  ]);
}
