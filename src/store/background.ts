import type { StoreContext } from './context';
import { runInference } from './inference';
import { measureRecording } from './measurements';
import { readEntry } from './readEntry';
import type { AppState } from './state';
import { resultsOf } from './worklist';
import type { WorklistEntry } from './worklistState';

/**
 * Reads, computes and measures what of the worklist is not yet, one step after the other and each in an idle moment, so
 * that the next recording has its results before it is opened. Settles when nothing is left to do.
 */
export function workThrough(context: StoreContext): Promise<void> {
  context.background ??= work(context).finally(() => (context.background = null));
  return context.background;
}

async function work(context: StoreContext): Promise<void> {
  const { store, deps } = context;
  while (findStep(store.getState())) {
    await deps.untilIdle();
    // What was to be done may have been done or closed meanwhile.
    const step = findStep(store.getState());
    if (step) await step(context);
  }
}

type Step = (context: StoreContext) => Promise<unknown>;

/** What to do next; those after the open recording come first, for the reader will come to them first. */
function findStep(state: AppState): Step | undefined {
  const { entries, openId } = state.worklist;
  const open = entries.findIndex(({ id }) => id === openId);
  const inOrder = [...entries.slice(open + 1), ...entries.slice(0, open + 1)];
  for (const entry of inOrder) {
    const step = findStepOf(state, entry);
    if (step) return step;
  }
  return undefined;
}

function findStepOf(state: AppState, entry: WorklistEntry): Step | undefined {
  const { id, recording } = entry;
  if (recording.status === 'waiting') return (context) => readEntry(context, id);
  if (recording.status !== 'ready') return undefined;
  const { inference, measurements } = resultsOf(state, entry);
  if (state.pack.status === 'ready' && inference.status === 'empty') return (context) => runInference(context, id);
  return measurements.status === 'empty' ? (context) => measureRecording(context, id) : undefined;
}
