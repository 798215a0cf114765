import type { PrototypeContribution } from '../../explanation/explanation';
import { findReceptiveField, shownLayout } from '../../store/selectors';
import { useAppState } from '../AppStoreContext';
import { text } from '../text';

interface EvidenceNoteProps {
  readonly contribution: PrototypeContribution;
}

/** What the mark on the paper means, and what it does not. */
export function EvidenceNote({ contribution }: EvidenceNoteProps) {
  const layout = useAppState(shownLayout);
  const field = useAppState(findReceptiveField);
  const prototype = `${contribution.branch}/${contribution.index}`;
  const { match } = contribution;
  return (
    <p className="note">
      {match && field
        ? text.ecg.matchNote({
            prototype,
            startSeconds: match.startSeconds,
            endSeconds: match.endSeconds,
            windowSimilarity: match.similarity,
            meanSimilarity: contribution.similarity,
            windowCount: match.windowCount,
            share: match.share,
            field: { ...field, isWhole: field.isCutAtStart && field.isCutAtEnd },
          })
        : text.ecg.wholeRecordNote(prototype)}
      {match && layout === 'page' && ` ${text.ecg.pageNote}`}
    </p>
  );
}
