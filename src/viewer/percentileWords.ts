import type { SimilarityPercentiles, SimilarityPosition } from '../explanation/similarityPercentile';
import { formatCount, formatNumber, formatShare } from './format';

/**
 * Where a similarity stands among held-out ECGs, in a sentence: "Higher than in 97 % of 5,432 ECGs without CRBBB and
 * in 40 % of 87 with it (held-out ECGs of the model)."
 *
 * @param classes SCP codes of the prototype: one, or two of a joint prototype.
 */
export function toPercentileSentence(percentiles: SimilarityPercentiles, classes: readonly string[]): string {
  const codes = classes.join(' or ');
  const it = classes.length === 1 ? 'it' : 'one of them';
  const without = toWords(percentiles.without);
  const carrying = toWords(percentiles.with);
  if (without !== null && carrying !== null) {
    return `Higher than in ${without} ECGs without ${codes} and in ${carrying} with ${it} (held-out ECGs of the model).`;
  }
  if (without !== null) {
    return `Higher than in ${without} ECGs without ${codes}; with ${it} there were ${toFew(percentiles.with)} (held-out ECGs of the model).`;
  }
  if (carrying !== null) {
    return `Higher than in ${carrying} ECGs with ${codes}; without ${it} there were ${toFew(percentiles.without)} (held-out ECGs of the model).`;
  }
  return `The model’s held-out ECGs are too few to say how similar ECGs with or without ${codes} usually are.`;
}

function toWords(position: SimilarityPosition): string | null {
  switch (position.kind) {
    case 'tooFew':
      return null;
    case 'below':
      return `under ${formatNumber(position.percent)} % of ${formatCount(position.count)}`;
    case 'above':
      return `over ${formatNumber(position.percent)} % of ${formatCount(position.count)}`;
    case 'within':
      return `${formatShare(position.percent / 100)} of ${formatCount(position.count)}`;
  }
}

/** The reference counts nothing below two. */
function toFew({ count }: SimilarityPosition): string {
  return count < 2 ? 'fewer than 2, too few to compare' : `only ${formatCount(count)}, too few to compare`;
}
