import { formatCount, formatLogit, formatNumber, formatShare, formatSign, formatSimilarity } from './format';
import { toPrototypeName } from '../explanation/prototypeKey';
import type { BranchName } from '../model/branch';
import type { WaterfallRow } from './waterfall';

interface ContributionTableProps {
  readonly rows: readonly WaterfallRow[];
  readonly code: string;
  /** How many of a branch's others its row brings to light. */
  moreOf(othersCount: number): number;
  onShowMore(branch: BranchName): void;
}

/** The waterfall's rows as a table, with what each contribution is the product of. */
export function ContributionTable({ rows, code, moreOf, onShowMore }: ContributionTableProps) {
  return (
    <details className="ledger-table">
      <summary>The same as a table</summary>
      <div className="ledger-table-scroller" tabIndex={0} role="group" aria-label={`Table of contributions to ${code}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col">Logits</th>
              <th scope="col">{code}</th>
              <th scope="col">Similarity</th>
              <th scope="col">Weight</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={i} className={`is-${row.kind}`}>
                <th scope="row">{toPart(row)}</th>
                <td>{formatLogit(row.value)}</td>
                <td>{row.kind !== 'logit' && formatSign(row.value)}</td>
                {row.kind === 'others' ? (
                  <td colSpan={2}>
                    <button
                      type="button"
                      className="ledger-more"
                      aria-label={`Show ${moreOf(row.prototypeCount)} more of ${toPart(row)}`}
                      onClick={({ currentTarget }) => {
                        // The button goes with the last of the others, and the reader's place must not go with it.
                        if (moreOf(row.prototypeCount) === row.prototypeCount) currentTarget.closest<HTMLElement>('[role=group]')?.focus();
                        onShowMore(row.branch);
                      }}
                    >
                      show {moreOf(row.prototypeCount)} more
                    </button>
                  </td>
                ) : (
                  <>
                    <td>{row.kind === 'prototype' && toSimilarity(row.contribution)}</td>
                    <td>{row.kind === 'prototype' && formatLogit(row.contribution.weight)}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function toSimilarity({ similarity, maxSimilarity }: { similarity: number; maxSimilarity: number }): string {
  return `${formatSimilarity(similarity)} of ${formatNumber(maxSimilarity)} (${formatShare(similarity / maxSimilarity)})`;
}

function toPart(row: WaterfallRow): string {
  switch (row.kind) {
    case 'bias':
      return 'bias';
    case 'branch':
      return `${row.branch}, ${formatCount(row.prototypeCount)} prototypes`;
    case 'prototype':
      return `${toPrototypeName(row.contribution)} ${row.contribution.classes.join(' + ')}`;
    case 'others':
      return `${row.branch}, ${formatCount(row.prototypeCount)} others`;
    case 'logit':
      return 'logit';
  }
}
