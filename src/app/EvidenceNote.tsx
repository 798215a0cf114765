import type { PrototypeContribution } from '../explanation/explanation';
import { receptiveFieldSeconds } from '../explanation/receptiveField';
import { shownLayout } from '../store/selectors';
import { useAppState } from './AppStoreContext';
import { text } from './text';

interface EvidenceNoteProps {
  readonly contribution: PrototypeContribution;
}

/** What the mark on the paper means, and what it does not. */
export function EvidenceNote({ contribution }: EvidenceNoteProps) {
  const manifest = useAppState(({ pack }) => (pack.status === 'ready' ? pack.pack.manifest : null));
  const layout = useAppState(shownLayout);
  const branch = manifest?.branches.find(({ name }) => name === contribution.branch);
  if (!manifest || !branch) return null;
  const prototype = `${contribution.branch}/${contribution.index}`;
  const { match } = contribution;
  return (
    <p className="note">
      {match
        ? text.ecg.matchNote({
            prototype,
            startSeconds: match.startSeconds,
            endSeconds: match.endSeconds,
            windowSimilarity: match.similarity,
            meanSimilarity: contribution.similarity,
            windowCount: match.windowCount,
            share: match.share,
            fieldSeconds: receptiveFieldSeconds(branch, manifest.input),
          })
        : text.ecg.wholeRecordNote(prototype)}
      {match && layout === 'page' && ` ${text.ecg.pageNote}`}
    </p>
  );
}
