import { type CSSProperties, type KeyboardEvent, type PointerEvent, useCallback, useId, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Overview } from '../signal/overview';
import { formatClock } from './clockTime';
import { drawOverview, OVERVIEW_BRACKET_HEIGHT, OVERVIEW_HEIGHT } from './marks/drawOverview';
import { Mark } from './marks/Mark';
import './OverviewStrip.css';
import { toFaultWords, toUseWords, toWindowWords } from './overviewWords';
import { StartField } from './StartField';
import { useWidth } from './useWidth';
import { moveWindow, toStart } from './windowMoves';

interface OverviewStripProps {
  readonly overview: Overview;
  /** Where the stretch that is used starts. */
  readonly startSeconds: number;
  /** Where the stretch starts that is used unless the reader chooses another. */
  readonly bestStartSeconds: number;
  /** Uses the stretch that starts at another time; settles when it is used or cannot be. */
  readonly onChoose: (startSeconds: number) => Promise<void>;
}

/** In a longer recording a place is easier written than pointed at. */
const FIELD_SECONDS = 120;

/** Assumed until the strip is measured, in CSS pixels. */
const INITIAL_WIDTH = 960;

/** A whole recording, and the stretch of it that is used in a bracket that can be moved: dragged, clicked, by keys. */
export function OverviewStrip({ overview, startSeconds, bestStartSeconds, onChoose }: OverviewStripProps) {
  const id = useId();
  const track = useRef<HTMLDivElement>(null);
  const slider = useRef<HTMLDivElement>(null);
  const width = useWidth(track, INITIAL_WIDTH);
  /** Where the reader has the bracket while the stretch in it is not used yet. */
  const [draft, setDraft] = useState<number | null>(null);
  /** From the bracket's start to where it is held, while it is. */
  const held = useRef<number | null>(null);
  const { durationSeconds, windows, lead } = overview;
  const shown = draft ?? startSeconds;
  const draw = useCallback(() => drawOverview(overview, width), [overview, width]);

  const choose = async (start: number | null): Promise<void> => {
    held.current = null;
    if (start === null) return;
    setDraft(start);
    if (start !== startSeconds) await onChoose(start);
    // Unless the reader has moved on by then.
    setDraft((now) => (now === start ? null : now));
  };
  const timeAt = ({ clientX }: PointerEvent): number => {
    const { left, width: wide } = track.current!.getBoundingClientRect();
    return ((clientX - left) / wide) * durationSeconds;
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    slider.current!.focus({ preventScroll: true });
    event.currentTarget.setPointerCapture(event.pointerId);
    const isOnBracket = event.target === slider.current;
    const at = timeAt(event);
    held.current = isOnBracket ? at - shown : windows.seconds / 2;
    if (!isOnBracket) setDraft(toStart(at - held.current, durationSeconds));
  };
  const toDraft = (event: PointerEvent): number | null =>
    held.current === null ? null : toStart(timeAt(event) - held.current, durationSeconds);
  const cancel = (): void => {
    held.current = null;
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && draft !== null) return cancel();
    const moved = moveWindow(event, shown, durationSeconds);
    if (moved === null) return;
    event.preventDefault();
    setDraft(moved);
  };
  const faults = useMemo(() => toFaultWords(overview), [overview]);
  const bracket: CSSProperties = {
    insetInlineStart: `min(${(100 * shown) / durationSeconds}%, 100% - var(--least))`,
    inlineSize: `${(100 * windows.seconds) / durationSeconds}%`,
    blockSize: OVERVIEW_BRACKET_HEIGHT,
  };
  return (
    <section className="overview-strip" aria-labelledby={`${id}-title`}>
      <div className="overview-head">
        <h2 id={`${id}-title`}>Whole recording</h2>
        <p>{toUseWords(shown, bestStartSeconds, overview)}</p>
        <p className="overview-signal">
          Lead {lead}, signal{faults.length === 0 && ' clear throughout'}
          {faults.map(({ level, words }) => (
            <span key={level} className="overview-key">
              <span className={`overview-swatch is-${level}`} aria-hidden="true" />
              {words}
            </span>
          ))}
        </p>
        <span className="overview-choices">
          {durationSeconds > FIELD_SECONDS && (
            <StartField startSeconds={shown} onChoose={(start) => void choose(toStart(start, durationSeconds))} />
          )}
          <Button className="button" isDisabled={shown === bestStartSeconds} onPress={() => void choose(bestStartSeconds)}>
            Best {windows.seconds} s
          </Button>
        </span>
      </div>
      <div
        ref={track}
        className="overview-track"
        onPointerDown={onPointerDown}
        onPointerMove={(event) => held.current !== null && setDraft(toDraft(event))}
        onPointerUp={(event) => void choose(toDraft(event))}
        onPointerCancel={cancel}
      >
        <svg aria-hidden width={width} height={OVERVIEW_HEIGHT} viewBox={`0 0 ${width} ${OVERVIEW_HEIGHT}`}>
          <Mark draw={draw} />
        </svg>
        <div
          ref={slider}
          className="overview-bracket"
          style={bracket}
          role="slider"
          tabIndex={0}
          aria-label="Stretch that is used"
          aria-orientation="horizontal"
          aria-valuemin={0}
          aria-valuemax={toStart(Infinity, durationSeconds)}
          aria-valuenow={shown}
          aria-valuetext={toWindowWords(shown, overview)}
          aria-describedby={`${id}-keys`}
          onKeyDown={onKeyDown}
          onKeyUp={() => draft !== null && held.current === null && void choose(draft)}
          onBlur={() => draft !== null && held.current === null && void choose(draft)}
        />
        <span className="overview-tag" aria-hidden="true" style={{ '--middle': (shown + windows.seconds / 2) / durationSeconds } as CSSProperties}>
          {formatClock(shown)}–{formatClock(shown + windows.seconds)}
        </span>
      </div>
      <p id={`${id}-keys`} className="visually-hidden">
        Arrow keys move it by 1 s, with Shift by 10 s, Page Up and Page Down by 1 min, Home and End to the ends. It is used when the key is let go; Escape takes the move back.
      </p>
    </section>
  );
}
