import { toSentence } from '../ecg/problem';
import type { StoreContext } from './context';
import type { FetchedEcgState, Sample } from './offeredEcgState';
import { openRecording } from './recording';

/** Reads which ECGs the gallery offers. A gallery that cannot be read is not missed: the page works without one. */
export async function openSamples({ store, deps }: StoreContext): Promise<void> {
  try {
    store.setState({ samples: await deps.readSamples() });
  } catch {
    store.setState({ samples: [] });
  }
}

/** Fetches a sample so that its card can show it, unless it is here or on its way. */
export async function previewSample({ store, deps }: StoreContext, sample: Sample): Promise<void> {
  if (store.getState().sampleEcgs[sample.id]) return;
  const put = (ecg: FetchedEcgState): void =>
    store.setState(({ sampleEcgs }) => ({ sampleEcgs: { ...sampleEcgs, [sample.id]: ecg } }));
  put({ status: 'loading' });
  try {
    put({ status: 'ready', ecg: await deps.readEcg(await deps.readSampleFiles(sample)) });
  } catch (thrown) {
    put({ status: 'failed', sentence: toSentence(thrown) });
  }
}

/** Opens a sample as if its files had been dropped. */
export async function openSample(context: StoreContext, sample: Sample): Promise<void> {
  let bytesOf: Promise<ReadonlyMap<string, Uint8Array>> | undefined;
  const fetchAll = async () =>
    new Map((await context.deps.readSampleFiles(sample)).map(({ name, bytes }) => [name, bytes]));
  await openRecording(
    context,
    sample.files.map((name) => ({
      name,
      arrayBuffer: async () => {
        bytesOf ??= fetchAll();
        return (await bytesOf).get(name)!.slice().buffer;
      },
    })),
  );
}
