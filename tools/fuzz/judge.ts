import type { Ecg } from '../../src/ecg/ecg';
import type { EcgFile } from '../../src/ecg/ecgFile';
import { unpackFiles } from '../../src/ecg/formats/containers/unpackFiles';
import { isSoundWithGaps, SENTENCE } from '../../src/ecg/formats/fixtures/soundEcg';
import { groupFiles } from '../../src/ecg/formats/groupFiles';
import { loadFormats, readEcg } from '../../src/ecg/formats/registry';
import { Problem } from '../../src/ecg/problem';
import type { StatedFacts } from '../../src/ecg/statedFacts';
import { toUnreadFile } from '../synthetic/toUnreadFile';
import { isDrawnWrong } from './rescaling';
import type { FuzzSeed } from './seeds';

/** A damaged recording to be judged. */
export interface Job {
  readonly files: readonly EcgFile[];
  /** The recording that was damaged. */
  readonly seed: Pick<FuzzSeed, 'files' | 'stated'>;
  /** Names the undamaged recording, which is read once. */
  readonly seedName: string;
}

/** What became of a damaged recording. All but the first two are faults of a reader. */
export type VerdictKind = 'read' | 'refused' | 'unsound' | 'uncaught' | 'badSentence' | 'wrongScale';

/** A verdict, and of a fault what it was. */
export interface Verdict {
  readonly kind: VerdictKind;
  readonly detail?: string;
}

const originals = new Map<string, readonly Ecg[]>();

/** Loads what every recording needs, so that the first one does not pay for it. */
export async function prepare(): Promise<void> {
  await loadFormats();
}

/** Reads a damaged recording as the page does: archives opened, files put together, each recording read. */
export async function judge({ files, seed, seedName }: Job): Promise<Verdict> {
  if (!originals.has(seedName)) originals.set(seedName, (await readAll(seed.files, seed.stated)).filter(isEcg));
  const verdicts = (await readAll(files, seed.stated)).map((outcome) => toVerdict(outcome, originals.get(seedName)!));
  const isFault = ({ kind }: Verdict) => kind !== 'read' && kind !== 'refused';
  return verdicts.find(isFault) ?? verdicts.find(({ kind }) => kind === 'read') ?? { kind: 'refused' };
}

async function readAll(files: readonly EcgFile[], stated: StatedFacts | undefined): Promise<readonly unknown[]> {
  const unread = await unpackFiles(files.map((file) => toUnreadFile(file)));
  const outcomes: unknown[] = [];
  for (const group of await groupFiles(unread)) {
    const read = async () => {
      const recording = await Promise.all(group.map(async ({ name, arrayBuffer }) => ({ name, bytes: new Uint8Array(await arrayBuffer()) })));
      return readEcg(recording, stated);
    };
    outcomes.push(await read().catch((thrown: unknown) => thrown));
  }
  return outcomes;
}

function isEcg(outcome: unknown): outcome is Ecg {
  return typeof outcome === 'object' && outcome !== null && 'leads' in outcome;
}

function toVerdict(outcome: unknown, known: readonly Ecg[]): Verdict {
  if (isEcg(outcome)) {
    if (!isSoundWithGaps(outcome)) return { kind: 'unsound' };
    const wrong = known.find((original) => isDrawnWrong(outcome, original));
    if (wrong) return { kind: 'wrongScale', detail: `told “${outcome.scale}”, undamaged “${wrong.scale}”` };
    return { kind: 'read' };
  }
  if (!(outcome instanceof Problem)) {
    return { kind: 'uncaught', detail: outcome instanceof Error ? outcome.stack ?? outcome.message : String(outcome) };
  }
  return SENTENCE.test(outcome.message) ? { kind: 'refused' } : { kind: 'badSentence', detail: outcome.message };
}
