import type { BranchName } from '../model/branch';
import { formatCount, formatLogit, formatSign } from './format';
import { toPrototypeName, type PrototypeKey } from '../explanation/prototypeKey';
import type { WaterfallRow } from './waterfall';

interface WaterfallRowLabelProps {
  readonly row: WaterfallRow;
  readonly code: string;
  readonly selected: boolean;
  onSelect(key: PrototypeKey): void;
  /** How many of a branch's others its row brings to light. */
  moreOf(othersCount: number): number;
  onShowMore(branch: BranchName): void;
}

/**
 * Name and value of one row, left and right of its bar. A prototype's row is a button that selects it, a row of others
 * one that brings the strongest of them to light.
 */
export function WaterfallRowLabel({ row, code, selected, onSelect, moreOf, onShowMore }: WaterfallRowLabelProps) {
  const value = (
    <span className="ledger-value">
      {formatLogit(row.value)}
      {row.kind !== 'logit' && <span className="ledger-word"> {formatSign(row.value)}</span>}
    </span>
  );
  if (row.kind === 'others') {
    const more = moreOf(row.prototypeCount);
    return (
      <li className="ledger-row is-others">
        <button
          type="button"
          aria-label={`${row.branch}, ${toLabel(row)}: ${formatLogit(row.value)} logits, ${formatSign(row.value)} ${code}. Show ${more} more.`}
          title={`Show ${more} more`}
          onClick={({ currentTarget }) => {
            // The row goes with the last of the others, and the reader's place must not go with it.
            if (more === row.prototypeCount) currentTarget.closest('li')?.previousElementSibling?.querySelector('button')?.focus();
            onShowMore(row.branch);
          }}
        >
          <span className="ledger-label">
            <span className="ledger-link">{toLabel(row)}</span>
            <span className="ledger-word">: show {more} more</span>
          </span>
          {value}
        </button>
      </li>
    );
  }
  if (row.kind !== 'prototype') {
    return (
      <li className={`ledger-row is-${row.kind}`}>
        <span className="ledger-label">{toLabel(row)}</span>
        {value}
      </li>
    );
  }
  const { contribution } = row;
  const classes = contribution.classes.join(' + ');
  const name = toPrototypeName(contribution);
  return (
    <li className="ledger-row is-prototype">
      <button
        type="button"
        aria-pressed={selected}
        aria-label={`${name}, ${classes}: ${formatLogit(row.value)} logits, ${formatSign(row.value)} ${code}`}
        onClick={() => onSelect({ branch: contribution.branch, index: contribution.index })}
      >
        <span className="ledger-label">
          <span className="ledger-branch">{contribution.branch}/</span>
          {contribution.index} <span className="ledger-classes">{classes}</span>
        </span>
        {value}
      </button>
    </li>
  );
}

function toLabel(row: Exclude<WaterfallRow, { kind: 'prototype' }>): string {
  switch (row.kind) {
    case 'bias':
      return 'Bias';
    case 'branch':
      return row.branch[0]!.toUpperCase() + row.branch.slice(1);
    case 'others':
      return `${formatCount(row.prototypeCount)} ${row.prototypeCount === 1 ? 'other' : 'others'}`;
    case 'logit':
      return 'Logit';
  }
}
