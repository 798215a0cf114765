// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestWorld, droppedFile, type TestWorld, testEcg } from '../../store/fixtures/testWorld';
import { type AppStore, createAppStore } from '../../store/appStore';
import { DEFAULT_PAPER } from '../../viewer/paper';
import { App } from '../App';
import { answer } from '../fixtures/answer';
import { findNamed } from '../fixtures/findNamed';
import { press } from '../fixtures/press';
import { closePage, renderPage } from '../fixtures/renderPage';
import { stubBrowser } from '../fixtures/stubBrowser';

let page: AppStore;
const ECG = testEcg(1);
// It is loaded when calipers are first taken.
await import('./CaliperControls');
/** The paper's window, in a document that lays nothing out. */
const VIEW = { width: 800, height: 320 };

beforeEach(async () => {
  stubBrowser({ matchesMedia: false });
  vi.stubGlobal('screen', { width: 1920, height: 1080 });
  Element.prototype.setPointerCapture = vi.fn();
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(VIEW.width);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(VIEW.height);
  const world: TestWorld = createTestWorld();
  page = createAppStore(world.deps);
  renderPage(page, <App />);
  await answer(() => void page.actions.openFiles([droppedFile('a.hea')]));
  await answer(() => world.reads.at(-1)!.resolve(ECG));
});

afterEach(() => {
  closePage();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const paper = () => document.querySelector<HTMLElement>('.paper-scroll')!;
const paperSheet = () => document.querySelector<HTMLElement>('.paper-sheet')!;
const state = () => page.store.getState().sheet;
const reading = () => document.querySelector('.caliper-reading')!.textContent;
const scale = () => DEFAULT_PAPER.pixelsPerMm * state().magnification;
const x = (seconds: number) => (8 + 25 * seconds) * scale();
/** In the middle of the rhythm strip, lead II. */
const rhythmY = () => Number(document.querySelector('.ecg-figure')!.getAttribute('height')) - 25 * scale();

function key(name: string, more: KeyboardEventInit = {}): Promise<void> {
  return answer(() => paper().dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more })));
}

function point(type: string, clientX: number, clientY: number, more: { readonly pointerType?: string; readonly isPrimary?: boolean } = {}): Promise<void> {
  // jsdom has no pointer events; they are mouse events that say what points.
  const event = Object.assign(new MouseEvent(type, { clientX, clientY, bubbles: true }), { isPrimary: true, pointerType: 'mouse', ...more });
  return answer(() => paperSheet().dispatchEvent(event));
}

async function drag(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await point('pointerdown', ...from);
  await point('pointermove', (from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
  await point('pointermove', ...to);
  await point('pointerup', ...to);
}

describe('magnification', () => {
  it('goes by keys, draws the sheet larger and says so', async () => {
    const width = () => Number(document.querySelector('.ecg-figure')!.getAttribute('width'));
    const before = width();
    await key('+');
    await key('=');
    await key('+');
    expect(width()).toBeCloseTo(2 * before, 6);
    expect(document.querySelector('.paper-settings')!.textContent).toContain('magnified 2×');
    await key('-');
    expect(state().magnification).toBe(1.5);
    await key('0');
    expect(width()).toBe(before);
  });

  it('leaves the browser its own keys, and other controls theirs', async () => {
    await key('+', { ctrlKey: true });
    await key('c', { metaKey: true });
    expect(state()).toMatchObject({ magnification: 1, calipers: null });
    const inner = paper().querySelector('.paper-sheet')!;
    await answer(() => inner.dispatchEvent(new KeyboardEvent('keydown', { key: '+', bubbles: true })));
    expect(state().magnification).toBe(1);
  });

  it('by Ctrl and the wheel moves a picture first and draws anew when the wheel rests, about the pointer', async () => {
    vi.useFakeTimers();
    Object.defineProperties(paperSheet(), { offsetWidth: { value: 983 }, offsetHeight: { value: 320 } });
    Object.defineProperty(paper(), 'scrollHeight', { value: VIEW.height });
    const turn = (deltaY: number, ctrlKey: boolean) => {
      const event = new WheelEvent('wheel', { deltaY, ctrlKey, clientX: 300, clientY: 100, cancelable: true, bubbles: true });
      act(() => void paper().dispatchEvent(event));
      return event.defaultPrevented;
    };
    expect(turn(-20, false)).toBe(false);
    expect(paper().classList.contains('is-zooming')).toBe(false);
    expect(turn(-20, true)).toBe(true);
    expect(turn(-20, true)).toBe(true);
    expect(state().magnification).toBe(1);
    expect(Number(paper().style.getPropertyValue('--zoom-scale'))).toBeCloseTo(1.49, 9);
    act(() => void vi.advanceTimersByTime(200));
    expect(state().magnification).toBe(1.49);
    expect(paper().classList.contains('is-zooming')).toBe(false);
    // What was under the pointer, 300 pixels from the left, is there again.
    expect(paper().scrollLeft).toBeCloseTo(300 * 1.49 - 300, 6);
    expect(paper().scrollTop).toBeCloseTo(100 * 1.49 - 100, 6);
  });

  it('keeps the place in the middle when a button is pressed', async () => {
    paper().scrollLeft = 300;
    paper().dispatchEvent(new Event('scroll'));
    await press(findNamed('button', 'Enlarge'));
    expect(state().magnification).toBe(1.25);
    expect(paper().scrollLeft).toBeCloseTo(700 * 1.25 - 400, 6);
  });
});

describe('a click on a lead', () => {
  it('shows it alone at the time that was clicked, and another returns', async () => {
    paper().scrollLeft = 120;
    paper().dispatchEvent(new Event('scroll'));
    await point('pointerdown', x(6), 40);
    await point('pointerup', x(6), 40);
    expect(state().focus).toMatchObject({ lead: 'V1' });
    expect(document.querySelectorAll('.paper-trace')).toHaveLength(1);
    expect(state().magnification).toBeGreaterThanOrEqual(2);
    expect(paper().scrollLeft).toBeCloseTo(x(6) - VIEW.width / 2, 6);
    await point('pointerdown', 50, 50);
    await point('pointerup', 50, 50);
    expect(state()).toMatchObject({ focus: null, magnification: 1 });
    expect(document.querySelectorAll('.paper-trace')).toHaveLength(13);
    expect(paper().scrollLeft).toBe(120);
  });

  it('is none where the paper was dragged, which scrolls', async () => {
    paper().scrollLeft = 100;
    await drag([500, 40], [440, 40]);
    expect(state().focus).toBeNull();
    expect(paper().scrollLeft).toBe(160);
  });

  it('is undone by Escape', async () => {
    await point('pointerdown', x(6), 40);
    await point('pointerup', x(6), 40);
    await key('Escape');
    expect(state().focus).toBeNull();
  });
});

describe('calipers', () => {
  it('are set by a drag, and an end is moved by dragging it', async () => {
    await key('c');
    await drag([x(3.2), rhythmY()], [x(4.04), rhythmY()]);
    expect(reading()).toBe('II: 840 ms · 71/min');
    await drag([x(4.04) + 3, rhythmY()], [x(3.8), rhythmY()]);
    expect(reading()).toBe('II: 600 ms · 100/min');
    await point('pointerdown', x(2.4), rhythmY());
    await point('pointerup', x(2.4), rhythmY());
    expect(reading()).toBe('II: 1400 ms · 43/min');
    expect(state().focus).toBeNull();
  });

  it('measure what is under the pointer when the sheet is magnified', async () => {
    await key('+');
    await key('+');
    await key('c');
    await drag([x(3.2), rhythmY()], [x(4.04), rhythmY()]);
    expect(reading()).toBe('II: 840 ms · 71/min');
  });

  it('are handled by keys alone: a sample, 40 ms, the other end, another lead, marching, off', async () => {
    await key('c');
    const [first, second] = state().calipers!.ends;
    await key('ArrowRight');
    expect(state().calipers!.ends[1]).toBeCloseTo(Math.round(second * 100) / 100 + 0.01, 9);
    await key('x');
    await key('ArrowLeft', { shiftKey: true });
    expect(state().calipers!.ends[0]).toBeCloseTo(Math.round(first * 100) / 100 - 0.04, 9);
    await key('ArrowDown');
    expect(reading()).toMatch(/^III: /);
    await key('ArrowUp');
    await key('ArrowUp');
    expect(reading()).toMatch(/^I: /);
    await key('m');
    expect(document.querySelector('.paper-caliper-march')).not.toBeNull();
    await key('Escape');
    expect(document.querySelector('.caliper-reading')).toBeNull();
    expect(document.querySelector('.paper-calipers')!.childElementCount).toBe(0);
  });

  it('stop at the ends of the recording', async () => {
    await key('c');
    await answer(() => page.actions.changeCalipers({ ends: [0, 0] }));
    await key('ArrowLeft');
    expect(state().calipers!.ends).toEqual([0, 0]);
  });

  it('follow to a lead that is shown alone, by arrow keys too', async () => {
    await point('pointerdown', x(6), 40);
    await point('pointerup', x(6), 40);
    await key('c');
    expect(state().calipers!.lead).toBe('V1');
    await key('ArrowDown');
    expect(state()).toMatchObject({ focus: { lead: 'V2' }, calipers: { lead: 'V2' } });
    await key('Escape');
    expect(state().focus).not.toBeNull();
  });

  it('say where the layout does not show what they measure', async () => {
    await key('c');
    await answer(() => page.actions.changeCalipers({ kind: 'voltage', lead: 'V6', ends: [1, 2] }));
    expect(reading()).toContain('This layout does not show V6 at this time.');
    await answer(() => page.actions.changeDisplay({ layout: 'stacked' }));
    expect(reading()).not.toContain('does not show');
  });
});
