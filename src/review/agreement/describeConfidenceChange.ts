import { type MeanAndDeviation, meanAndDeviation } from './meanAndDeviation';
import type { ScorePair } from './quadraticKappa';

/**
 * How the readers' confidence changed with the explanation: final minus first, in points of the scale; a pair with one
 * missing is passed over.
 *
 * @param confidences the confidence before and with the explanation, of each decision.
 */
export function describeConfidenceChange(confidences: readonly ScorePair[]): MeanAndDeviation {
  return meanAndDeviation(confidences.flatMap(([first, final]) => (first === null || final === null ? [] : [final - first])));
}
