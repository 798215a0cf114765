import type { BranchName } from '../model/branch';
import { formatLogit, formatSign } from './format';
import { toPrototypeName, type PrototypeKey } from '../explanation/prototypeKey';
import { type LedgerMutes, MuteButton } from './MuteButton';
import type { WaterfallRow } from './waterfall';
import { toRowName } from './waterfallWords';

interface WaterfallRowLabelProps {
  readonly row: WaterfallRow;
  readonly code: string;
  readonly selected: boolean;
  onSelect(key: PrototypeKey): void;
  /** How many of a branch's others its row brings to light. */
  moreOf(othersCount: number): number;
  onShowMore(branch: BranchName): void;
  readonly mutes?: LedgerMutes | undefined;
}

/**
 * Name and value of one row, left and right of its bar. A prototype's row is a button that selects it, a row of others
 * one that brings the strongest of them to light. Prototypes and branches can be muted at the end of their row.
 */
export function WaterfallRowLabel({ row, code, selected, onSelect, moreOf, onShowMore, mutes }: WaterfallRowLabelProps) {
  const className = `ledger-row is-${row.kind}${row.muted === undefined ? '' : ' is-muted'}`;
  const value = <RowValue row={row} />;
  if (row.kind === 'others') {
    const more = moreOf(row.prototypeCount);
    return (
      <li className={className}>
        <button
          type="button"
          aria-label={`${row.branch}, ${toRowName(row)}: ${toWords(row, code)}. Show ${more} more.`}
          title={`Show ${more} more`}
          onClick={({ currentTarget }) => {
            // The row goes with the last of the others, and the reader's place must not go with it.
            if (more === row.prototypeCount) currentTarget.closest('li')?.previousElementSibling?.querySelector('button')?.focus();
            onShowMore(row.branch);
          }}
        >
          <span className="ledger-label">
            <span className="ledger-link">{toRowName(row)}</span>
            <span className="ledger-word">: show {more} more</span>
          </span>
          {value}
        </button>
      </li>
    );
  }
  if (row.kind !== 'prototype') {
    return (
      <li className={className}>
        <span className="ledger-label">{toRowName(row)}</span>
        {value}
        {row.kind === 'branch' && mutes && <MuteButton row={row} mutes={mutes} />}
      </li>
    );
  }
  const { contribution } = row;
  const classes = contribution.classes.join(' + ');
  return (
    <li className={className}>
      <button
        type="button"
        className="ledger-choose"
        aria-pressed={selected}
        aria-label={`${toPrototypeName(contribution)}, ${classes}: ${toWords(row, code)}`}
        onClick={() => onSelect({ branch: contribution.branch, index: contribution.index })}
      >
        <span className="ledger-label">
          <span className="ledger-branch">{contribution.branch}/</span>
          {contribution.index} <span className="ledger-classes">{classes}</span>
        </span>
        {value}
      </button>
      {mutes && <MuteButton row={row} mutes={mutes} />}
    </li>
  );
}

/** What the row adds; of a muted one, in brackets, what it would. */
function RowValue({ row }: { readonly row: WaterfallRow }) {
  if (row.muted !== undefined) {
    return (
      <span className="ledger-value">
        <span className="ledger-hidden">muted, would be </span>
        ({formatLogit(row.muted)})
        <span className="ledger-word" aria-hidden="true">
          {' '}
          muted
        </span>
      </span>
    );
  }
  return (
    <span className="ledger-value">
      {formatLogit(row.value)}
      {row.kind !== 'logit' && <span className="ledger-word"> {formatSign(row.value)}</span>}
    </span>
  );
}

function toWords({ value, muted }: WaterfallRow, code: string): string {
  if (muted !== undefined) return `muted, would be ${formatLogit(muted)} logits, ${formatSign(muted)} ${code}`;
  return `${formatLogit(value)} logits, ${formatSign(value)} ${code}`;
}
