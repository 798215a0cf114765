import type { SiblingPrototype } from '../../explanation/siblingPrototypes';
import type { Firing } from '../../explanation/firing';
import { toPrototypeName } from '../../explanation/prototypeKey';
import type { BranchName } from '../../model/branch';
import { formatCount, formatLogit, formatNumber, formatSeconds, formatShare, formatSimilarity, formatSpan, formatWeight } from '../../viewer/format';

const BRANCH_WORDS: Readonly<Record<BranchName, string>> = {
  rhythm: 'rhythm: compares the whole record, leads as signals',
  morphology: 'morphology: compares segments of the record',
  global: 'global: compares the whole record, leads as a picture',
};

/** The words of a prototype's dossier. */
export const dossierText = {
  name: (name: string) => `Prototype ${name}`,
  back: (name: string) => `Back to ${name}`,
  standsFor: 'Stands for',
  branch: 'Branch',
  branchWords: (branch: BranchName) => BRANCH_WORDS[branch],
  source: 'Source',
  sex: { male: 'male', female: 'female' },
  segment: 'Segment',
  segmentWords: (start: number, end: number) => `${formatSpan(start, end)} of its record`,
  wholeRecord: 'the whole record',
  statements: 'Source labelled',
  /** PTB-XL states a likelihood of 0 where its report names none. */
  statement: (code: string, likelihood: number) => `${code} (${likelihood === 0 ? 'likelihood not stated' : `${formatNumber(likelihood)} %`})`,
  verification: 'Verification',
  verified: (recorded: number, recomputed: number, max: number) =>
    `As similar to its own source as recorded at training (${toExact(recorded)}) and as found again when the pack was made (${toExact(recomputed)}), of ${formatNumber(max)}: ${toDifference(recorded - recomputed)}.`,
  ecg: 'Its source ECG',
  ecgFigure: (record: string) => `Source ECG of the prototype, ${record}`,
  ecgScroll: 'Source ECG, scrolls sideways',
  mark: 'segment',
  loadingEcg: 'Loading the source ECG …',
  fires: 'How often it fires',
  firing: ({ medianSimilarity, count, among }: Firing, codes: string) =>
    `The median similarity of ${formatCount(count)} ECGs with ${codes} is ${formatSimilarity(medianSimilarity)}; ${toReached(among, codes)} (held-out ECGs of the model).`,
  noFiring: 'The model’s held-out ECGs are too few to say how often it fires.',
  weighs: 'What it weighs on most',
  supports: 'Supports',
  opposes: 'Opposes',
  statementTitle: 'Statement',
  weight: 'Logits per unit',
  atMedian: (similarity: number) => `At the median, ${formatSimilarity(similarity)}`,
  weightValue: formatWeight,
  logit: formatLogit,
  none: 'No statement.',
  siblings: 'Other prototypes of the same record',
  noSiblings: 'No other prototype comes from this record.',
  siblingsNote: 'A record that serves more than once counts more than once in the sums.',
  sibling: ({ segment, overlapSeconds, isDuplicate }: SiblingPrototype) => toRelation(segment, overlapSeconds, isDuplicate),
  openSibling: (sibling: SiblingPrototype) => `Dossier of ${toPrototypeName(sibling)}`,
} as const;

function toExact(similarity: number): string {
  return similarity.toFixed(4);
}

function toDifference(difference: number): string {
  const size = Math.abs(difference);
  return size === 0 ? 'no difference' : `they differ by ${size.toExponential(0)}`;
}

function toReached(among: Firing['among'], codes: string): string {
  const count = formatCount(among.count);
  switch (among.kind) {
    case 'tooFew':
      return `there are too few ECGs without ${codes} (${count}) to compare`;
    case 'above':
      return `under ${formatNumber(100 - among.percent)} % of ${count} ECGs without ${codes} reach that`;
    case 'below':
      return `over ${formatNumber(100 - among.percent)} % of ${count} ECGs without ${codes} reach that`;
    case 'within':
      return `${formatShare(1 - among.percent / 100)} of ${count} ECGs without ${codes} reach that`;
  }
}

function toRelation(segment: SiblingPrototype['segment'], overlapSeconds: number | null, isDuplicate: boolean): string {
  const place = segment === null ? 'the whole record' : formatSpan(...segment);
  if (isDuplicate) return `${place}: the very same, a duplicate`;
  if (overlapSeconds === null) return place;
  return overlapSeconds > 0 ? `${place}: overlaps by ${formatSeconds(overlapSeconds)}` : `${place}: elsewhere`;
}
