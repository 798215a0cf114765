import { toMovingMean } from './movingMean';
import type { UsableLead } from './usableLeads';

/** Half of the stretch around the centre of QRS that is compared, in seconds; a wide complex fits. */
const HALF_SECONDS = 0.1;

/** How far two complexes are moved against each other to find their best match, in seconds. */
const LARGEST_LAG_SECONDS = 0.05;

/** Complexes that correlate by at least this have one form. */
const SAME_FORM = 0.9;

/** QRS complexes of one form: its mean, and each member as index of the complex and moved centre. */
export interface QrsForm {
  readonly template: readonly Float64Array[];
  readonly members: readonly QrsMember[];
}

/** One complex of a form. `correlation` with the form's mean, −1 to 1. */
export interface QrsMember {
  readonly index: number;
  readonly centre: number;
  readonly correlation: number;
}

type Segment = readonly Float64Array[];

/**
 * Sorts QRS complexes by form: each joins the form with whose mean it correlates best, if by 0.9 or more over all leads
 * but the one that fits worst (a loose electrode makes no other beat); else it starts a form of its own. Then all are
 * aligned to the mean of their form. Largest form first; the order within a form is that of time.
 * @param centres samples in time, as `findQrsCandidates` gives them.
 */
export function findQrsForms(
  leads: readonly UsableLead[],
  centres: readonly number[],
  samplingRateHz: number,
): QrsForm[] {
  const smooth = leads.map(({ samples }) => toMovingMean(samples, 0.012 * samplingRateHz));
  const half = Math.round(HALF_SECONDS * samplingRateHz);
  const lag = Math.round(LARGEST_LAG_SECONDS * samplingRateHz);
  const forms: { template: Segment; members: QrsMember[] }[] = [];
  for (const [index, centre] of centres.entries()) {
    const matches = forms.map((form) => findBestMatch(smooth, form.template, centre, half, lag));
    const best = matches.reduce((one, match, at) => (match.correlation > (matches[one]?.correlation ?? -2) ? at : one), -1);
    const form = forms[best];
    const match = matches[best];
    if (form && match && match.correlation >= SAME_FORM) {
      form.members.push({ index, ...match });
      form.template = mix(form.template, cutSegment(smooth, match.centre, half), 1 / form.members.length);
    } else {
      forms.push({ template: cutSegment(smooth, centre, half), members: [{ index, centre, correlation: 1 }] });
    }
  }
  return forms
    .map(({ template, members }) => ({
      template,
      members: members.map(({ index, centre }) => ({
        index,
        ...findBestMatch(smooth, template, centre, half, Math.round(lag / 2)),
      })),
    }))
    .sort((one, other) => other.members.length - one.members.length);
}

/** How far QRS spreads in time: the standard deviation of its squared slope, in samples. */
export function findSpread(template: Segment): number {
  const slope = new Float64Array(template[0]?.length ?? 0);
  for (const lead of template) {
    for (let index = 1; index < lead.length; index++) slope[index]! += (lead[index]! - lead[index - 1]!) ** 2;
  }
  const total = slope.reduce((sum, value) => sum + value, 0);
  const centre = slope.reduce((sum, value, index) => sum + value * index, 0) / total;
  return Math.sqrt(slope.reduce((sum, value, index) => sum + value * (index - centre) ** 2, 0) / total);
}

/** Where, from the middle of a form's mean, its vector over all leads is longest: the R peak, in samples. */
export function findPeakLag(template: Segment): number {
  const count = template[0]?.length ?? 0;
  let best = 0;
  let longest = -1;
  for (let index = 0; index < count; index++) {
    const square = template.reduce((sum, lead) => sum + lead[index]! ** 2, 0);
    if (square > longest) [best, longest] = [index, square];
  }
  return best - (count - 1) / 2;
}

/** The leads around a centre, each without the mean level of both ends. Beyond the recording, its end. */
function cutSegment(leads: readonly Float64Array[], centre: number, half: number): Segment {
  return leads.map((samples) => {
    const at = (index: number): number => samples[Math.max(0, Math.min(samples.length - 1, index))]!;
    const segment = Float64Array.from({ length: 2 * half + 1 }, (_, index) => at(centre - half + index));
    const level = (segment[0]! + segment[2 * half]!) / 2;
    return segment.map((value) => value - level);
  });
}

function findBestMatch(
  leads: readonly Float64Array[],
  template: Segment,
  centre: number,
  half: number,
  largestLag: number,
): { centre: number; correlation: number } {
  let best = { centre, correlation: -1 };
  for (let lag = -largestLag; lag <= largestLag; lag++) {
    const correlation = correlate(cutSegment(leads, centre + lag, half), template);
    if (correlation > best.correlation) best = { centre: centre + lag, correlation };
  }
  return best;
}

/** The correlation of two complexes over all leads but the one in which they differ most. */
function correlate(one: Segment, other: Segment): number {
  let [products, ones, others] = [0, 0, 0];
  let worst = { difference: -1, product: 0, one: 0, other: 0 };
  for (const [lead, a] of one.entries()) {
    const b = other[lead]!;
    let [product, aa, bb] = [0, 0, 0];
    for (let index = 0; index < a.length; index++) {
      product += a[index]! * b[index]!;
      aa += a[index]! ** 2;
      bb += b[index]! ** 2;
    }
    const difference = aa + bb - 2 * product;
    if (difference > worst.difference) worst = { difference, product, one: aa, other: bb };
    products += product;
    ones += aa;
    others += bb;
  }
  if (one.length > 3) [products, ones, others] = [products - worst.product, ones - worst.one, others - worst.other];
  return ones > 0 && others > 0 ? products / Math.sqrt(ones * others) : 0;
}

function mix(template: Segment, segment: Segment, share: number): Segment {
  return template.map((lead, at) => lead.map((value, index) => value + share * (segment[at]![index]! - value)));
}
