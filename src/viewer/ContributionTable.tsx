import { formatCount, formatLogit, formatNumber, formatShare, formatSign, formatSimilarity } from './format';
import { toPrototypeName } from '../explanation/prototypeKey';
import type { WaterfallRow } from './waterfall';

interface ContributionTableProps {
  readonly rows: readonly WaterfallRow[];
  readonly code: string;
}

/** The waterfall's rows as a table, with what each contribution is the product of. */
export function ContributionTable({ rows, code }: ContributionTableProps) {
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
                <td>{row.kind === 'prototype' && toSimilarity(row.contribution)}</td>
                <td>{row.kind === 'prototype' && formatLogit(row.contribution.weight)}</td>
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
