import { useEffect, useState } from 'react';
import type { Ecg } from '../../../ecg/ecg';
import { toRecordingName } from '../../../ecg/recordingName';
import { toCaseSha256 } from '../../../review/reading/toCaseSha256';
import type { StudyPlan } from '../../../review/studyPlan';
import { toCaseEcg } from '../../../store/caseEcg';
import { useAppState } from '../../AppStoreContext';
import { makeText } from './makeText';

/** An ECG that is open in read mode, as a study would ask for it. */
export interface PlannedCase {
  readonly ecgSha256: string;
  /** What its files are called here; never in the study. */
  readonly name: string;
  readonly label: string;
  readonly truth: readonly string[] | null;
  readonly isLeftOut: boolean;
}

interface OpenEcgs {
  readonly cases: readonly PlannedCase[];
  /** How many recordings have yet to be read, or to be hashed. */
  readonly waiting: number;
}

/** The ECGs that are open in read mode, each once, in the worklist's order, with what the plan says of them. */
export function useCases({ cases: said }: StudyPlan): OpenEcgs {
  const entries = useAppState(({ worklist }) => worklist.entries);
  const [hashes, setHashes] = useState<ReadonlyMap<Ecg, string>>(new Map());
  const ecgs = entries.flatMap(({ recording }) => (recording.status === 'ready' ? [toCaseEcg(recording)] : []));
  const missing = ecgs.filter((ecg) => !hashes.has(ecg));
  useEffect(() => {
    for (const ecg of missing) {
      void toCaseSha256(ecg).then((hash) => setHashes((known) => (known.has(ecg) ? known : new Map([...known, [ecg, hash]]))));
    }
    // Only what came anew is hashed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [entries]);
  const found = new Map<string, string>();
  for (const { names, recording } of entries) {
    const hash = recording.status === 'ready' ? hashes.get(toCaseEcg(recording)) : undefined;
    if (hash !== undefined && !found.has(hash)) found.set(hash, toRecordingName(names));
  }
  const cases = [...found].map(([ecgSha256, name], i): PlannedCase => {
    const plan = said[ecgSha256] ?? { label: makeText.caseDefault(i + 1), truth: null, isLeftOut: false };
    return { ecgSha256, name, ...plan };
  });
  const unread = entries.filter(({ recording }) => recording.status === 'waiting' || recording.status === 'reading').length;
  return { cases, waiting: unread + missing.length };
}

