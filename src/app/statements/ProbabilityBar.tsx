interface ProbabilityBarProps {
  /** 0 … 1. */
  readonly probability: number;
  /** 0 … 1: where the tick stands. */
  readonly threshold: number;
}

/** A probability as a length from 0 to 1, with a tick at the threshold; the number stands beside it. */
export function ProbabilityBar({ probability, threshold }: ProbabilityBarProps) {
  return (
    <span className="probability-bar" aria-hidden="true">
      <span className="probability-fill" style={{ inlineSize: `${probability * 100}%` }} />
      <span className="threshold-tick" style={{ insetInlineStart: `${threshold * 100}%` }} />
    </span>
  );
}
