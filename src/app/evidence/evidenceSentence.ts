import { formatLogit, formatShare } from '../../viewer/format';

/** A prototype as the sentence names it. */
export interface NamedCase {
  /** `morphology/151` */
  readonly name: string;
  /** The codes that it stands for. */
  readonly classes: readonly string[];
  /** Where in the ECG it matched best; null where the whole ten seconds are compared. */
  readonly match: { readonly startSeconds: number; readonly endSeconds: number } | null;
  /** Whether the ECG resembles it more than the average ECG does. */
  readonly isMoreAlike: boolean;
}

/** What is said about a statement's evidence, all sums in logits. */
export interface EvidenceWords {
  readonly description: string;
  readonly predicted: boolean;
  /** The prototypes that support it most, or of a statement that is not predicted oppose it most. */
  readonly leading: readonly NamedCase[];
  /** Their share of all that supports it, or opposes it, 0 … 1. */
  readonly leadingShare: number;
  /** The one that speaks most for the contrary; none where nothing does. */
  readonly contrary: readonly NamedCase[];
  readonly supporting: number;
  readonly opposing: number;
  /** The model's bias, or the average ECG's logit. */
  readonly bias: number;
  /** Whether contributions count from the average ECG. */
  readonly isRelative: boolean;
  /** Of a near miss, what it lacks of the threshold; else null. */
  readonly lacking: number | null;
}

/**
 * The evidence for or against a statement in a doctor's words: which cases the ECG resembles, where, how much of the
 * evidence they carry, and what stands against it.
 */
export function toEvidenceSentence(words: EvidenceWords): string {
  const { predicted, leading, leadingShare, supporting, opposing, isRelative, lacking } = words;
  const statement = toSubject(words.description);
  const share = `${formatShare(leadingShare)} of`;
  const parts: string[] = [];
  if (leading.length === 0) {
    parts.push(`No case ${predicted ? 'supports' : 'opposes'} ${statement}`);
  } else if (isRelative) {
    const alike = `Compared with the average ECG, this one is ${toLikeness(leading)}`;
    parts.push(`${alike}: ${share} the ${predicted ? `${formatLogit(supporting)} that supports` : `${formatLogit(opposing)} that opposes`} ${statement}`);
  } else if (predicted) {
    parts.push(`This ECG resembles ${toCases(leading)}: ${share} the ${formatLogit(supporting)} that supports ${statement}`);
  } else {
    const verb = leading.length === 1 ? 'opposes' : 'oppose';
    parts.push(`Of the cases that this ECG resembles, ${toCases(leading)} ${verb} ${statement} most: ${share} ${formatLogit(opposing)}`);
  }
  parts.push(`${toContrary(words)}; ${isRelative ? 'the average ECG stands at' : 'the model starts from'} ${formatLogit(words.bias)}`);
  if (lacking !== null) parts.push(`Another ${formatLogit(lacking)} would reach the threshold`);
  return parts.map((part) => `${part}.`).join(' ');
}

/** Below this, in logits, evidence is not worth a case's name. */
const HARDLY_ANYTHING = 0.05;

function toContrary({ predicted, contrary, supporting, opposing, isRelative }: EvidenceWords): string {
  if (contrary.length === 0) return `Nothing ${predicted ? 'opposes' : 'supports'} it`;
  const [sum, verb] = predicted ? [opposing, 'opposes'] : [supporting, 'supports'];
  const size = `${formatLogit(sum)} ${verb}`;
  if (Math.abs(sum) < HARDLY_ANYTHING) return `Hardly anything ${verb} it (${formatLogit(sum)})`;
  return `${size} it, most of all ${isRelative ? `that it is ${toLikeness(contrary)}` : toCases(contrary)}`;
}

/** "more like morphology/3 (SR, at 3.1–4.1 s) and less like rhythm/7 (AFIB, over all ten seconds)" */
function toLikeness(cases: readonly NamedCase[]): string {
  const more = cases.filter(({ isMoreAlike }) => isMoreAlike);
  const less = cases.filter(({ isMoreAlike }) => !isMoreAlike);
  return [...(more.length > 0 ? [`more like ${toCases(more)}`] : []), ...(less.length > 0 ? [`less like ${toCases(less)}`] : [])].join(
    ' and ',
  );
}

/** "morphology/3 (SR, best at 3.1–4.1 s) and rhythm/7 and rhythm/9 (AFIB, over all ten seconds)": equal remarks stand once. */
function toCases(cases: readonly NamedCase[]): string {
  const remarks = [...new Set(cases.map(toRemark))];
  return toList(
    remarks.map((remark) => `${toList(cases.filter((own) => toRemark(own) === remark).map(({ name }) => name))} (${remark})`),
  );
}

function toRemark({ classes, match }: NamedCase): string {
  const where = match ? `best at ${toTenths(match.startSeconds)}–${toTenths(match.endSeconds)} s` : 'over all ten seconds';
  return `${classes.join(' + ')}, ${where}`;
}

function toTenths(seconds: number): string {
  return seconds.toFixed(1);
}

/** A statement's description inside a sentence: small, unless it begins with an abbreviation or a name. */
function toSubject(description: string): string {
  const isName = /^[A-Z][a-z]*-|^[A-Z]{2}/.test(description);
  return isName ? description : description.charAt(0).toLowerCase() + description.slice(1);
}

function toList(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
