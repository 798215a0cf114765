import { formatCount, formatLogit, formatSign } from './format';
import { toPrototypeName, type PrototypeKey } from '../explanation/prototypeKey';
import type { WaterfallRow } from './waterfall';

interface WaterfallRowLabelProps {
  readonly row: WaterfallRow;
  readonly code: string;
  readonly selected: boolean;
  onSelect(key: PrototypeKey): void;
}

/** Name and value of one row, left and right of its bar; a prototype's row is a button that selects it. */
export function WaterfallRowLabel({ row, code, selected, onSelect }: WaterfallRowLabelProps) {
  const value = (
    <span className="ledger-value">
      {formatLogit(row.value)}
      {row.kind !== 'logit' && <span className="ledger-word"> {formatSign(row.value)}</span>}
    </span>
  );
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
