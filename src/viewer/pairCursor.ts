import { create } from 'd3';
import type { PairLayout } from './pairLayout';
import { findPoint, type PairPoint, readLayer, toReadout } from './pairReadout';
import type { PairScene } from './pairScene';
import { pixelsOf, xOf, yOf } from './paper';

/** How far an arrow key moves the cursor, in seconds; with Shift ten times as far. */
const STEP_SECONDS = 0.01;
const DOT_RADIUS = 2.5;
/** Space kept between the cursor and the edge of a window that scrolls to it, in CSS pixels. */
const SCROLL_MARGIN = 24;

/** What the readout says while there is no cursor. */
export const CURSOR_HINT =
  'Point at a lead to read time and voltage, or focus the ECGs and use the arrow keys (Shift: ten times as far).';

/**
 * Puts one cursor over all panels of a pair: a line at the same moment in every lead, a dot on the traces of the lead that is
 * pointed at, and their values in words. It moves without React: a frame of it is two attributes and a line of text.
 *
 * @param frame what contains the panels, can be focused and may scroll sideways.
 * @returns a function that takes the cursor away.
 */
export function attachPairCursor(frame: HTMLElement, readout: HTMLElement, scene: PairScene, layout: PairLayout): () => void {
  const { paper, cells, shown } = layout;
  const svgs = [...frame.querySelectorAll<SVGSVGElement>('.pair-panel')];
  const cursors = svgs.map((svg, i) => {
    const group = create<SVGGElement>('svg:g').attr('class', 'pair-cursor').attr('visibility', 'hidden');
    const columns = [...new Set(cells.map(({ xMm }) => pixelsOf(paper, xMm)))];
    const lines = group
      .append('path')
      .attr('d', columns.map((x) => `M${x},0V${pixelsOf(paper, layout.heightMm)}`).join(''));
    const layers = (scene.panels[i] ?? []).map((layer) => ({
      layer,
      dot: group.append('circle').attr('class', `pair-dot-${layer.whose}`).attr('r', DOT_RADIUS).node()!,
    }));
    svg.append(group.node()!);
    return { group: group.node()!, lines: lines.node()!, layers };
  });
  let point: PairPoint | null = null;
  let frameRequest = 0;

  function draw(): void {
    frameRequest = 0;
    for (const { group, lines, layers } of cursors) {
      group.setAttribute('visibility', point === null ? 'hidden' : 'visible');
      if (point === null) continue;
      const { cell, seconds } = point;
      const x = xOf(paper, seconds - shown.startSeconds);
      lines.setAttribute('transform', `translate(${x},0)`);
      for (const { layer, dot } of layers) {
        const millivolts = readLayer(layer, cell.lead, seconds);
        dot.setAttribute('visibility', Number.isNaN(millivolts) ? 'hidden' : 'inherit');
        if (Number.isNaN(millivolts)) continue;
        dot.setAttribute('cx', String(pixelsOf(paper, cell.xMm) + x));
        dot.setAttribute('cy', String(pixelsOf(paper, cell.baselineMm) + yOf(paper, millivolts)));
      }
    }
    readout.textContent = point === null ? CURSOR_HINT : toReadout(scene, point);
  }

  function onPointer(event: PointerEvent): void {
    const svg = (event.target as Element).closest<SVGSVGElement>('.pair-panel');
    if (svg === null) return;
    const { left, top } = svg.getBoundingClientRect();
    point = findPoint(layout, (event.clientX - left) / paper.pixelsPerMm, (event.clientY - top) / paper.pixelsPerMm);
    // A screen reader is not told of every pixel.
    readout.ariaLive = 'off';
    frameRequest ||= requestAnimationFrame(draw);
  }

  function onLeave(event: PointerEvent): void {
    // A finger leaves as soon as it is lifted: what it pointed at stays.
    if (event.pointerType !== 'touch') hide();
  }

  function hide(): void {
    point = null;
    frameRequest ||= requestAnimationFrame(draw);
  }

  function onKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = movePoint(event, point);
    if (next === undefined) return;
    event.preventDefault();
    point = next;
    readout.ariaLive = 'polite';
    draw();
    if (point !== null) scrollTo(point);
  }

  function movePoint({ key, shiftKey }: KeyboardEvent, from: PairPoint | null): PairPoint | null | undefined {
    const step = STEP_SECONDS * (shiftKey ? 10 : 1);
    const leads = { ArrowUp: -1, ArrowDown: 1 }[key];
    const seconds = { ArrowLeft: -step, ArrowRight: step, Home: -Infinity, End: Infinity }[key];
    if (key === 'Escape') return from === null ? undefined : null;
    if (leads === undefined && seconds === undefined) return undefined;
    if (from === null) return { cell: cells[0]!, seconds: Math.max(shown.startSeconds, Math.min(shown.endSeconds, scene.peakSeconds ?? 0)) };
    const place = cells.indexOf(from.cell) + (leads ?? 0);
    const moved = from.seconds + (seconds ?? 0);
    return {
      cell: cells[Math.max(0, Math.min(cells.length - 1, place))]!,
      seconds: Math.max(shown.startSeconds, Math.min(shown.endSeconds, moved)),
    };
  }

  function scrollTo({ cell, seconds }: PairPoint): void {
    const svg = svgs[0];
    if (!svg) return;
    const view = frame.getBoundingClientRect();
    const x = svg.getBoundingClientRect().left + pixelsOf(paper, cell.xMm) + xOf(paper, seconds - shown.startSeconds);
    if (x < view.left + SCROLL_MARGIN) frame.scrollLeft += x - view.left - SCROLL_MARGIN;
    if (x > view.right - SCROLL_MARGIN) frame.scrollLeft += x - view.right + SCROLL_MARGIN;
  }

  frame.addEventListener('pointermove', onPointer);
  frame.addEventListener('pointerdown', onPointer);
  frame.addEventListener('pointerleave', onLeave);
  frame.addEventListener('keydown', onKey);
  frame.addEventListener('blur', hide);
  readout.textContent = CURSOR_HINT;
  return () => {
    frame.removeEventListener('pointermove', onPointer);
    frame.removeEventListener('pointerdown', onPointer);
    frame.removeEventListener('pointerleave', onLeave);
    frame.removeEventListener('keydown', onKey);
    frame.removeEventListener('blur', hide);
    cancelAnimationFrame(frameRequest);
    cursors.forEach(({ group }) => group.remove());
  };
}
