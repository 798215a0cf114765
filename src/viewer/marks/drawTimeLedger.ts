import { create, scaleLinear } from 'd3';
import { leftMarginMm, type TimeSpan } from '../layout';
import type { Paper } from '../paper';
import { pixelsOf, xOf } from '../paper';
import { drawHatch } from './drawHatch';

/** One window's share of the morphology evidence. */
export interface LedgerWindow extends TimeSpan {
  /** In logits: positive supports, negative opposes. */
  readonly contribution: number;
}

const PADDING = 4;

/**
 * The windows as steps above and below a zero line, on the time axis of the ECG sheet. Windows overlap; each is drawn
 * around its middle, as wide as the distance to the next. What reaches the upper or lower edge has `full` logits.
 */
export function drawTimeLedger(
  id: string,
  windows: readonly LedgerWindow[],
  full: number,
  durationSeconds: number,
  match: TimeSpan | null,
  paper: Paper,
  height: number,
): SVGGElement {
  const group = create<SVGGElement>('svg:g').attr('class', 'time-ledger');
  const left = pixelsOf(paper, leftMarginMm(paper));
  const x = (seconds: number) => left + xOf(paper, seconds);
  const y = scaleLinear(full > 0 ? [-full, full] : [-1, 1], [height - PADDING, PADDING]);
  group.append(() => drawHatch(`${id}-hatch`));
  if (match !== null) {
    group
      .append('rect')
      .attr('class', 'time-ledger-match')
      .attr('x', x(match.startSeconds))
      .attr('y', 0.5)
      .attr('width', xOf(paper, match.endSeconds - match.startSeconds))
      .attr('height', height - 1);
  }
  const strideSeconds = windows.length > 1 ? windows[1]!.startSeconds - windows[0]!.startSeconds : durationSeconds;
  for (const { startSeconds, endSeconds, contribution } of windows) {
    const opposing = contribution < 0;
    group
      .append('rect')
      .attr('class', `waterfall-bar ${opposing ? 'is-opposing' : 'is-supporting'}`)
      .attr('x', x((startSeconds + endSeconds - strideSeconds) / 2) + 0.5)
      .attr('y', y(Math.max(0, contribution)))
      .attr('width', xOf(paper, strideSeconds) - 1)
      .attr('height', Math.abs(y(contribution) - y(0)))
      .attr('fill', opposing ? `url(#${id}-hatch)` : null);
  }
  group.append('path').attr('class', 'waterfall-zero').attr('d', `M${left},${y(0)}H${x(durationSeconds)}`);
  return group.node()!;
}
