import { Volume2, VolumeX } from 'lucide-react';
import { toPrototypeName, type PrototypeKey } from '../explanation/prototypeKey';
import { isMuted, type Muting } from '../explanation/whatIf';
import type { BranchName } from '../model/branch';
import type { WaterfallRow } from './waterfall';

/** What a row of the ledger can mute. */
export type LedgerPart = ({ readonly kind: 'prototype' } & PrototypeKey) | { readonly kind: 'branch'; readonly branch: BranchName };

/** What of a ledger is muted, and how a reader changes it. */
export interface LedgerMutes {
  readonly muting: Muting;
  /** Whether the ledger is that of a what-if: something in it is muted, or a lead was. */
  readonly isWhatIf: boolean;
  onMute(part: LedgerPart, isMuted: boolean): void;
}

interface MuteButtonProps {
  readonly row: Extract<WaterfallRow, { kind: 'prototype' | 'branch' }>;
  readonly mutes: LedgerMutes;
}

/** Takes a row's contribution away and gives it back. What its branch mutes cannot be given back alone. */
export function MuteButton({ row, mutes }: MuteButtonProps) {
  const { muting, onMute } = mutes;
  const part: LedgerPart =
    row.kind === 'branch'
      ? { kind: 'branch', branch: row.branch }
      : { kind: 'prototype', branch: row.contribution.branch, index: row.contribution.index };
  const isMutedByBranch = muting.branches.includes(part.branch);
  const isPressed = isMutedByBranch || (part.kind === 'prototype' && isMuted(muting, part));
  const isDisabled = part.kind === 'prototype' && isMutedByBranch;
  const name = part.kind === 'branch' ? part.branch : toPrototypeName(part);
  return (
    <button
      type="button"
      className="ledger-mute"
      aria-pressed={isPressed}
      aria-label={`Mute ${name}`}
      title={isDisabled ? `Muted with ${part.branch}` : `${isPressed ? 'Let count again:' : 'What if without'} ${name}`}
      disabled={isDisabled}
      onClick={() => onMute(part, !isPressed)}
    >
      {isPressed ? <VolumeX aria-hidden="true" size={16} /> : <Volume2 aria-hidden="true" size={16} />}
    </button>
  );
}
