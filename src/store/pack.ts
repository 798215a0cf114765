import { toSentence } from '../ecg/problem';
import type { BackendReport } from '../model/protocol';
import type { StoreContext } from './context';
import { workThrough } from './background';
import { runInference } from './inference';
import { notify } from './notices';
import { withoutInferences } from './worklist';

/**
 * Reads which packs there are and loads one.
 * @param wanted name of the pack to load; the first of the index where null or unknown.
 */
export async function openPacks(context: StoreContext, wanted: string | null): Promise<void> {
  const { store, deps } = context;
  store.setState({ packList: { status: 'reading' } });
  try {
    const entries = await deps.readPackIndex();
    store.setState({ packList: { status: 'ready', entries } });
    const entry = entries.find(({ name }) => name === wanted) ?? entries[0];
    if (wanted !== null && entry?.name !== wanted) notify(context, { kind: 'unknownPack', wanted });
    if (entry) await choosePack(context, entry.name);
  } catch (thrown) {
    store.setState({ packList: { status: 'failed', sentence: toSentence(thrown) } });
  }
}

/**
 * Loads a pack of the index and runs it on the open recording, then on the others. What another pack computed leaves the
 * page at once, for it would stand beside the new pack's name.
 */
export async function choosePack(context: StoreContext, name: string): Promise<void> {
  const { store, deps, begin } = context;
  const { packList } = store.getState();
  const entry = packList.status === 'ready' ? packList.entries.find((listed) => listed.name === name) : undefined;
  if (!entry) return;
  const isLatest = begin.pack();
  store.setState(({ worklist }) => ({
    pack: { status: 'loading', name, progress: null },
    inference: { status: 'empty' },
    worklist: withoutInferences(worklist),
    prototypeRecords: {},
  }));
  try {
    const pack = await deps.client.load(entry.url, deps.backends, (progress) => {
      if (isLatest()) store.setState({ pack: { status: 'loading', name, progress } });
    });
    if (!isLatest()) return;
    store.setState({ pack: { status: 'ready', name, pack } });
    const { openId } = store.getState().worklist;
    await Promise.all([...(openId === null ? [] : [runInference(context, openId)]), workThrough(context)]);
  } catch (thrown) {
    if (isLatest()) store.setState({ pack: { status: 'failed', name, sentence: toSentence(thrown) } });
  }
}

/** Notes that another backend serves from now on, and says so. */
export function noteBackend(context: StoreContext, backend: BackendReport): void {
  const { pack } = context.store.getState();
  if (pack.status !== 'ready') return;
  context.store.setState({ pack: { ...pack, pack: { ...pack.pack, backend } } });
  notify(context, { kind: 'backendChanged', backend });
}
