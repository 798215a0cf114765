import { formatCount, formatLogit, formatNumber, formatShare, formatSign, formatSimilarity } from './format';
import { toPrototypeName } from '../explanation/prototypeKey';
import type { BranchName } from '../model/branch';
import { type LedgerMutes, MuteButton } from './MuteButton';
import type { WaterfallRow } from './waterfall';

interface ContributionTableProps {
  readonly rows: readonly WaterfallRow[];
  readonly code: string;
  /** Whether contributions count from the average ECG, which then has a column. */
  readonly isRelative: boolean;
  /** How many of a branch's others its row brings to light. */
  moreOf(othersCount: number): number;
  onShowMore(branch: BranchName): void;
  readonly mutes: LedgerMutes | undefined;
}

/** The waterfall's rows as a table, with what each contribution is the product of. */
export function ContributionTable({ rows, code, isRelative, moreOf, onShowMore, mutes }: ContributionTableProps) {
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
              {isRelative && <th scope="col">Average</th>}
              <th scope="col">Weight</th>
              {mutes && <th scope="col">Mute</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={i} className={row.muted === undefined ? `is-${row.kind}` : `is-${row.kind} is-muted`}>
                <th scope="row">{toPart(row)}</th>
                <td>{formatLogit(row.value)}</td>
                <td>{toMeaning(row)}</td>
                {row.kind === 'others' ? (
                  <td colSpan={isRelative ? 3 : 2}>
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
                    {isRelative && <td>{row.kind === 'prototype' && formatSimilarity(row.contribution.average ?? 0)}</td>}
                    <td>{row.kind === 'prototype' && formatLogit(row.contribution.weight)}</td>
                  </>
                )}
                {mutes && <td>{(row.kind === 'prototype' || row.kind === 'branch') && <MuteButton row={row} mutes={mutes} />}</td>}
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

function toMeaning(row: WaterfallRow): string {
  if (row.muted !== undefined) return `muted, would be ${formatLogit(row.muted)}`;
  return row.kind === 'logit' ? '' : formatSign(row.value);
}

function toPart(row: WaterfallRow): string {
  switch (row.kind) {
    case 'bias':
      return row.isAverage ? 'average ECG' : 'bias';
    case 'branch':
      return `${row.branch}, ${formatCount(row.prototypeCount)} prototypes`;
    case 'prototype':
      return `${toPrototypeName(row.contribution)} ${row.contribution.classes.join(' + ')}`;
    case 'others':
      return `${row.branch}, ${formatCount(row.prototypeCount)} others${row.mutedCount === 0 || row.mutedCount === row.prototypeCount ? '' : `, ${formatCount(row.mutedCount)} muted`}`;
    case 'logit':
      return 'logit';
  }
}
