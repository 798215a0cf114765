import { useEffect, useMemo, useState } from 'react';
import type { Ecg } from '../../../ecg/ecg';
import { toSentence } from '../../../ecg/problem';
import { toRecordingName } from '../../../ecg/recordingName';
import { matchCases } from '../../../review/reading/matchCases';
import { toCaseSha256 } from '../../../review/reading/toCaseSha256';
import type { ReadingStudy } from '../../../review/study';
import { toCaseEcg } from '../../../store/caseEcg';
import { memoiseWeakly } from '../../../store/memoiseWeakly';
import type { WorklistEntry } from '../../../store/worklistState';
import { useAppState } from '../../AppStoreContext';

/** The recordings of the session as a reading study sees them. */
export interface StudyEcgs {
  /** The recording's id in the worklist, by the case's place in the study. */
  readonly idOf: ReadonlyMap<number, number>;
  /** Places of the cases that are not here. */
  readonly missing: readonly number[];
  /** Names of recordings that are no case. */
  readonly foreign: readonly string[];
  /** Recordings that could not be read, each with why. */
  readonly refused: readonly { readonly name: string; readonly sentence: string }[];
  /** Recordings of which it is not known yet what they are. */
  readonly unknownIds: readonly number[];
}

/** Which of the session's recordings are which ECGs of a study. */
export function useStudyEcgs(study: ReadingStudy): StudyEcgs {
  const entries = useAppState(({ worklist }) => worklist.entries);
  const hashes = useHashes(entries);
  return useMemo(() => {
    const hashOf = ({ recording }: WorklistEntry): Hash | undefined =>
      recording.status === 'ready' ? hashes.get(toCaseEcg(recording)) : undefined;
    const given = entries.flatMap((entry) => {
      const hash = hashOf(entry);
      return hash?.sha256 === undefined ? [] : [{ id: entry.id, sha256: hash.sha256 }];
    });
    const { idOf, missing, foreign } = matchCases(study, given);
    return {
      idOf,
      missing,
      foreign: entries.filter(({ id }) => foreign.includes(id)).map(({ names }) => toRecordingName(names)),
      refused: entries.flatMap((entry) => {
        const sentence = findUnread(entry) ?? hashOf(entry)?.sentence;
        return sentence === undefined ? [] : [{ name: toRecordingName(entry.names), sentence }];
      }),
      unknownIds: entries.filter((entry) => findUnread(entry) === undefined && !hashOf(entry)).map(({ id }) => id),
    };
  }, [study, entries, hashes]);
}

/** Why a recording is not read here: it was refused, or asks in read mode for what its files do not say. */
function findUnread({ recording }: WorklistEntry): string | undefined {
  if (recording.status === 'asking') return recording.questions.sentence;
  return recording.status === 'refused' ? recording.sentence : undefined;
}

/** An ECG's hash, or why there is none. */
interface Hash {
  readonly sha256?: string;
  readonly sentence?: string;
}

/** Asked anew with every change of the worklist. */
const hashOnce = memoiseWeakly(toCaseSha256);

function useHashes(entries: readonly WorklistEntry[]): ReadonlyMap<Ecg, Hash> {
  const [hashes, setHashes] = useState<ReadonlyMap<Ecg, Hash>>(() => new Map());
  useEffect(() => {
    let isWanted = true;
    const keep = (ecg: Ecg, hash: Hash): void => {
      if (isWanted) setHashes((known) => new Map(known).set(ecg, hash));
    };
    for (const { recording } of entries) {
      if (recording.status !== 'ready') continue;
      const ecg = toCaseEcg(recording);
      if (hashes.has(ecg)) continue;
      hashOnce(ecg).then(
        (sha256) => keep(ecg, { sha256 }),
        (thrown: unknown) => keep(ecg, { sentence: toSentence(thrown) }),
      );
    }
    return () => {
      isWanted = false;
    };
  }, [entries, hashes]);
  return hashes;
}
