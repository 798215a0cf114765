import type { PrototypeContribution } from '../explanation/explanation';
import type { SimilarityPercentiles } from '../explanation/similarityPercentile';
import { unmutedContribution } from '../explanation/whatIf';
import { formatLogit, formatNumber, formatShare, formatSign, formatSimilarity, formatSpan } from './format';
import { toPercentileSentence } from './percentileWords';

interface SimilarityFactsProps {
  readonly contribution: PrototypeContribution;
  readonly statementCode: string;
  /** Where the similarity stands among other ECGs; null where the pack does not know. */
  readonly percentiles: SimilarityPercentiles | null;
}

/** Why a raw similarity is not enough. */
const PERCENTILE_TITLE =
  'Raw similarities crowd near their maximum: where one stands among other ECGs says more than its size. Percentiles are of the ECGs’ mean similarities, linear between those that the model’s pack holds.';

/** What one prototype's similarity is and counts for a statement, in numbers and words. */
export function SimilarityFacts({ contribution, statementCode, percentiles }: SimilarityFactsProps) {
  const { similarity, maxSimilarity, average, weight, match, muted } = contribution;
  return (
    <footer className="pair-facts">
      <dl>
        <div>
          <dt>{match === null ? 'Similarity' : 'Mean similarity'}</dt>
          <dd>
            <b>{formatSimilarity(similarity)}</b> of {formatNumber(maxSimilarity)} ({formatShare(similarity / maxSimilarity)})
          </dd>
        </div>
        {average !== undefined && (
          <div>
            <dt>− average</dt>
            <dd>
              <b>{formatSimilarity(average)}</b>
            </dd>
          </div>
        )}
        <div>
          <dt>× weight</dt>
          <dd>
            <b>{formatLogit(weight)}</b>
          </dd>
        </div>
        <div>
          <dt>= contribution</dt>
          <dd className={muted ? undefined : contribution.contribution < 0 ? 'is-opposing' : 'is-supporting'}>
            {muted ? (
              <>
                <b>0.00</b> muted, would be {formatLogit(unmutedContribution(contribution))}
              </>
            ) : (
              <>
                <b>{formatLogit(contribution.contribution)}</b> {formatSign(contribution.contribution)} {statementCode}
              </>
            )}
          </dd>
        </div>
      </dl>
      {percentiles !== null && <p title={PERCENTILE_TITLE}>{toPercentileSentence(percentiles, contribution.classes)}</p>}
      {match !== null && (
        <p>
          Matched best at {formatSpan(match.startSeconds, match.endSeconds)} here, with a similarity of{' '}
          {formatSimilarity(match.similarity)}. What counts is the mean over all {match.windowCount} windows; the best one carries{' '}
          {formatShare(match.share)} of the score. The network also sees what lies around the segment.
        </p>
      )}
    </footer>
  );
}
