// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import { withNoise } from '../../tools/synthetic/noise';
import { toMemorySource } from '../ecg/memorySource';
import { findBestStart } from '../signal/bestWindow';
import type { Overview } from '../signal/overview';
import { readOverviewInTurns } from '../signal/readOverviewInTurns';
import { OverviewStrip } from './OverviewStrip';
import { toSvgFile } from './snapshots/render';

/** 38 s of which the first twelve are noisy. */
const noisy = withNoise(createSyntheticEcg({ seed: 4, samplingRateHz: 100, seconds: 38 }), { startSeconds: 0, endSeconds: 12 });
const clear = createSyntheticEcg({ seed: 4, samplingRateHz: 100, seconds: 38 });

const overviewOf = (ecg: typeof noisy): Promise<Overview> => readOverviewInTurns(toMemorySource(ecg));

let place: HTMLElement;
let root: Root;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});

afterEach(() => {
  act(() => root.unmount());
  place.remove();
});

/** Shows a strip whose parent uses what is chosen. */
async function show(overview: Overview, start = 12) {
  const chosen: number[] = [];
  const draw = (startSeconds: number): void =>
    root.render(
      <OverviewStrip
        overview={overview}
        startSeconds={startSeconds}
        bestStartSeconds={12}
        onChoose={async (wanted) => {
          chosen.push(wanted);
          draw(wanted);
        }}
      />,
    );
  await act(async () => draw(start));
  const slider = place.querySelector<HTMLElement>('[role="slider"]')!;
  const track = place.querySelector<HTMLElement>('.overview-track')!;
  // Ten pixels a second.
  track.getBoundingClientRect = () => new DOMRect(100, 0, 380, 90);
  track.setPointerCapture = () => undefined;
  const point = (type: string, x: number, target: HTMLElement = track) =>
    // The test's document has no pointer events of its own.
    act(async () => target.dispatchEvent(new MouseEvent(type, { bubbles: true, button: 0, clientX: x })));
  const press = (key: string, more: KeyboardEventInit = {}) =>
    act(async () => slider.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })));
  const letGo = () => act(async () => slider.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true })));
  return { chosen, slider, point, press, letGo };
}

describe('an overview', () => {
  it('begins where the recording is recorded best', async () => {
    expect(findBestStart(await overviewOf(noisy))).toBe(12);
    expect(findBestStart(await overviewOf(clear))).toBe(0);
  });

  it('says what is used, in which lead, and how long the signal is poor', async () => {
    const { slider } = await show(await overviewOf(noisy));
    expect(place.querySelector('.overview-head')!.textContent).toContain('0:12 to 0:22 of 0:38 used, the best recordedLead II, signalpoor for 12 s');
    expect(slider.getAttribute('aria-valuetext')).toBe('from 12 s to 22 s of 38 s');
    expect(slider.style.insetInlineStart).toBe(`min(${(100 * 12) / 38}%, 100% - var(--least))`);
  });

  it('says that it is clear throughout, and offers the best ten seconds where others are used', async () => {
    const { chosen } = await show(await overviewOf(clear), 5);
    expect(place.querySelector('.overview-head')!.textContent).toContain('0:05 to 0:15 of 0:38 used, your choiceLead II, signal clear throughout');
    expect(place.querySelectorAll('.overview-swatch')).toHaveLength(0);
    const best = place.querySelector('button')!;
    await act(async () => best.click());
    expect(chosen).toEqual([12]);
    expect(best.disabled).toBe(true);
  });

  it('looks as in its snapshot', async () => {
    await show(await overviewOf(noisy));
    await expect(toSvgFile(place, 960, 150, ['OverviewStrip'])).toMatchFileSnapshot('./snapshots/overview-strip.svg');
  });
});

describe('the window', () => {
  it('follows a drag in whole seconds and is used when it is let go', async () => {
    const { chosen, slider, point } = await show(await overviewOf(noisy));
    await point('pointerdown', 230, slider);
    await point('pointermove', 264);
    expect([slider.getAttribute('aria-valuenow'), chosen]).toEqual(['15', []]);
    await point('pointerup', 276);
    expect([slider.getAttribute('aria-valuenow'), chosen]).toEqual(['17', [17]]);
    await point('pointermove', 400);
    expect(slider.getAttribute('aria-valuenow')).toBe('17');
  });

  it('comes to where it is pointed at, with its middle, and stays inside', async () => {
    const { chosen, point } = await show(await overviewOf(noisy));
    for (const x of [360, 478, 101]) {
      await point('pointerdown', x);
      await point('pointerup', x);
    }
    expect(chosen).toEqual([21, 28, 0]);
  });

  it('stays where it is when the drag is broken off', async () => {
    const { chosen, slider, point } = await show(await overviewOf(noisy));
    await point('pointerdown', 230, slider);
    await point('pointermove', 300);
    await point('pointercancel', 300);
    expect([slider.getAttribute('aria-valuenow'), chosen]).toEqual(['12', []]);
  });

  it('moves by keys and is used when the key is let go, or not with Escape', async () => {
    const { chosen, slider, press, letGo } = await show(await overviewOf(noisy));
    for (let times = 0; times < 3; times++) await press('ArrowRight');
    expect([slider.getAttribute('aria-valuetext'), chosen]).toEqual(['from 15 s to 25 s of 38 s', []]);
    await letGo();
    expect(chosen).toEqual([15]);
    await press('End');
    await press('Escape');
    await letGo();
    expect([slider.getAttribute('aria-valuenow'), chosen]).toEqual(['15', [15]]);
  });

  it('goes back where the stretch could not be used', async () => {
    const overview = await overviewOf(noisy);
    const strip = <OverviewStrip overview={overview} startSeconds={12} bestStartSeconds={12} onChoose={async () => undefined} />;
    await act(async () => root.render(strip));
    const slider = place.querySelector('[role="slider"]')!;
    await act(async () => slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true })));
    expect(slider.getAttribute('aria-valuenow')).toBe('0');
    await act(async () => slider.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true })));
    expect(slider.getAttribute('aria-valuenow')).toBe('12');
  });
});

describe('a place that is written', () => {
  const long = { ...clear, samplingRateHz: 25 };

  it('is taken on Enter, kept inside, and told to be none where it is none', async () => {
    const { chosen } = await show(await overviewOf(long), 12);
    const field = place.querySelector('input')!;
    const write = async (text: string) => {
      await act(async () => {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, text);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await act(async () => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })));
    };
    expect(field.value).toBe('0:12');
    await write('1:05');
    await write('later');
    expect([chosen, field.getAttribute('aria-invalid')]).toEqual([[65], 'true']);
    await write('1:00:00');
    expect([chosen, field.value]).toEqual([[65, 142], '2:22']);
  });
});
