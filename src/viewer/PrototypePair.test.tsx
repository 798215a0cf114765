// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import { measureEcg } from '../signal/measure/measureEcg';
import { CURSOR_HINT } from './pairCursor';
import { DEFAULT_PAPER } from './paper';
import { PrototypePair } from './PrototypePair';
import { createExplanation } from './snapshots/explanationFixture';
import { render, toSvgFile } from './snapshots/render';

type PairProps = Parameters<typeof PrototypePair>[0];

const { contributions } = createExplanation();
const PATIENT = createSyntheticEcg({ seed: 3 });
const PROTOTYPE = createSyntheticEcg({ seed: 8, samplingRateHz: 100, qrsSeconds: 0.15 });
const ofBranch = (branch: string) => contributions.find((contribution) => contribution.branch === branch)!;
const MORPHOLOGY = ofBranch('morphology');
const MEASURED = { patientMeasurements: measureEcg(PATIENT), prototypeMeasurements: measureEcg(PROTOTYPE) };
const RHYTHM = { contribution: ofBranch('rhythm'), prototypeWindowSeconds: null };

function renderPair(props: Partial<PairProps> = {}): HTMLElement {
  return render(
    <PrototypePair
      patient={PATIENT}
      prototype={PROTOTYPE}
      contribution={MORPHOLOGY}
      prototypeWindowSeconds={[5, 5.93]}
      statementCode="CRBBB"
      percentiles={null}
      source="record 12345"
      view="beside"
      patientMeasurements="measuring"
      prototypeMeasurements="measuring"
      paper={DEFAULT_PAPER}
      isTrueSize={false}
      selected={false}
      onSelect={() => undefined}
      {...props}
    />,
  );
}

test('looks as in its snapshot', async () => {
  await expect(toSvgFile(renderPair({ selected: true }), 726, 990, ['PairViews'])).toMatchFileSnapshot('./snapshots/prototype-pair.svg');
});

test('draws all twelve leads of both on the same paper, the segments at equal places', () => {
  const pair = renderPair();
  const [patient, prototype] = [...pair.querySelectorAll('.pair-panel')];
  const geometry = (panel: Element) => ({
    size: [panel.getAttribute('width'), panel.getAttribute('height')],
    bands: [...panel.querySelectorAll('.paper-evidence rect')].map((band) => [band.getAttribute('x'), band.getAttribute('y')]),
    names: [...panel.querySelectorAll('.paper-lead')].map(({ textContent }) => textContent),
  });
  expect(geometry(patient!).names).toHaveLength(12);
  expect(geometry(patient!).bands).toHaveLength(12);
  expect(geometry(prototype!)).toEqual(geometry(patient!));
});

test('the segment has every sample of its 0.93 s, at each recording’s own rate', () => {
  const pair = renderPair();
  const counts = (whose: string) =>
    [...pair.querySelectorAll(`.paper-trace-${whose}.is-segment`)].map((path) => path.getAttribute('d')!.match(/[ML]/g)!.length);
  const patientSamples = Math.floor(MORPHOLOGY.match!.endSeconds * 500 + 1e-6) - Math.ceil(MORPHOLOGY.match!.startSeconds * 500 - 1e-6) + 1;
  expect(counts('patient')).toEqual(new Array<number>(12).fill(patientSamples));
  expect(counts('prototype')).toEqual(new Array<number>(12).fill(94));
});

test('says what the similarity is, what it counts, and that the mean counts, not the best window', () => {
  const words = renderPair().textContent!.replaceAll(/\s+/g, ' ');
  expect(words).toContain(`source record 12345`);
  expect(words).toMatch(/of 13 \(\d+ %\)/);
  expect(words).toMatch(/[+−]\d\.\d\d (supports|opposes) CRBBB/);
  expect(words).toContain('What counts is the mean over all 30 windows; the best one carries 4 % of the score.');
});

test('says where the similarity stands among other ECGs, and nothing where the pack does not know', () => {
  const own = MORPHOLOGY.classes.join(' or ');
  const percentiles = {
    with: { kind: 'within', percent: 40, count: 87 },
    without: { kind: 'above', percent: 99, count: 5432 },
  } as const;
  const line = [...renderPair({ percentiles }).querySelectorAll('.pair-facts p')].find(({ textContent }) => textContent!.includes('ECGs without'))!;
  expect(line.textContent).toBe(`Higher than in over 99 % of 5,432 ECGs without ${own} and in 40 % of 87 with it (held-out ECGs of the model).`);
  expect(line.getAttribute('title')).toContain('Raw similarities crowd near their maximum');
  expect(renderPair().textContent).not.toContain('held-out');
});

test('a whole-record prototype is shown in twelve rows at half scale, nothing marked', () => {
  const pair = renderPair({ contribution: ofBranch('rhythm'), prototypeWindowSeconds: null });
  expect(pair.textContent).toContain('at 12.5 mm/s · 5 mm/mV · not to scale');
  expect(pair.querySelectorAll('.paper-trace-patient')).toHaveLength(12);
  expect(pair.querySelectorAll('.paper-evidence')).toHaveLength(0);
  expect(pair.textContent).not.toContain('Matched best');
});

test('while the prototype loads, or where it cannot, the patient’s part stands and the words say so', () => {
  const loading = renderPair({ prototype: 'loading' });
  expect(loading.querySelectorAll('.pair-panel')).toHaveLength(1);
  expect(loading.querySelector('[role=status]')!.textContent).toContain('Loading');
  const failed = renderPair({ prototype: { problem: 'The record is not in the pack.' } });
  expect(failed.querySelector('[role=status]')!.textContent).toBe('The record is not in the pack.');
});

test('is selected by its header, which says whether it is', () => {
  const onSelect = vi.fn();
  const pair = renderPair({ onSelect });
  document.body.append(pair);
  pair.querySelector('button')!.click();
  expect(onSelect).toHaveBeenCalledOnce();
  expect(pair.querySelector('button')!.getAttribute('aria-pressed')).toBe('false');
  expect(renderPair({ selected: true }).querySelector('button')!.getAttribute('aria-pressed')).toBe('true');
});

describe('on one time axis', () => {
  test.each(['overlaid', 'difference'] as const)('segments look %s as in their snapshot', async (view) => {
    await expect(toSvgFile(renderPair({ view, ...MEASURED }), 726, 760, ['PairViews'])).toMatchFileSnapshot(
      `./snapshots/prototype-pair-${view}.svg`,
    );
  });

  test('median beats look overlaid as in their snapshot', async () => {
    await expect(toSvgFile(renderPair({ view: 'overlaid', ...MEASURED, ...RHYTHM }), 726, 760, ['PairViews'])).toMatchFileSnapshot(
      './snapshots/prototype-pair-beats.svg',
    );
  });

  test('says by how much the prototype was shifted, and marks where R lies in all leads of both', () => {
    const pair = renderPair({ view: 'aligned', ...MEASURED });
    expect(pair.textContent).toMatch(/Prototype shifted by [+−]\d+ ms to align the R peaks\. Each lead at its level before that QRS\./);
    const [patient, prototype] = [...pair.querySelectorAll('.pair-panel')].map((panel) =>
      [...panel.querySelectorAll('.pair-peak')].map((line) => line.getAttribute('d')),
    );
    expect(patient).toHaveLength(12);
    expect(prototype).toEqual(patient);
  });

  test('draws both in one panel when overlaid, told apart by the line too, each named', () => {
    const pair = renderPair({ view: 'overlaid', ...MEASURED });
    const panels = pair.querySelectorAll('.pair-panel');
    expect(panels).toHaveLength(1);
    expect(panels[0]!.classList).toContain('is-overlaid');
    for (const whose of ['patient', 'prototype']) {
      expect(panels[0]!.querySelectorAll(`.paper-trace-${whose}.is-segment`)).toHaveLength(12);
    }
    expect(pair.querySelector('figcaption')!.textContent).toMatch(/^This ECG \d.*Prototype \d/);
    expect(pair.querySelector('.pair-panel title')!.textContent).toMatch(/^This ECG, .*on the same paper: Prototype morphology/);
  });

  test('says that a difference is patient minus prototype, at which rate and scale', () => {
    const pair = renderPair({ view: 'difference', isTrueSize: true, ...MEASURED });
    expect(pair.querySelectorAll('.paper-trace-difference.is-segment')).toHaveLength(12);
    expect(pair.querySelector('figcaption')!.textContent).toMatch(/^This ECG minus the prototype /);
    expect(pair.querySelector('.pair-scale')!.textContent).toContain('At 100 Hz, the lower of both rates, 25 mm/s · 10 mm/mV · true size');
  });

  test('shows median beats for whole records, and the records where there are none', () => {
    const pair = renderPair({ view: 'overlaid', ...MEASURED, ...RHYTHM });
    expect(pair.textContent).toMatch(/Median beats of both whole records \(\d+ beats here, \d+ there\), R peaks aligned/);
    expect(pair.querySelectorAll('.pair-panel')).toHaveLength(1);
    const none = renderPair({
      view: 'overlaid',
      ...RHYTHM,
      ...MEASURED,
      prototypeMeasurements: { ...MEASURED.prototypeMeasurements, median: null },
    });
    expect(none.textContent).toContain('There is no median beat of the prototype’s ECG, so the records stand side by side.');
    expect(none.querySelectorAll('.pair-panel')).toHaveLength(2);
  });

  test('stands side by side until R peaks are known, and for good where they cannot be', () => {
    const waiting = renderPair({ view: 'overlaid' });
    expect(waiting.querySelectorAll('.pair-panel')).toHaveLength(2);
    expect(waiting.querySelector('[role=status]')!.textContent).toBe('Finding the R peaks …');
    const failed = renderPair({ view: 'overlaid', ...MEASURED, patientMeasurements: { problem: 'No memory is left.' } });
    expect(failed.querySelectorAll('.pair-panel')).toHaveLength(2);
    expect(failed.textContent).toContain('The R peaks are not known, so the ECGs are not aligned. No memory is left.');
  });
});

describe('the paper', () => {
  test('has the reader’s speed and gain, and says so', () => {
    const pair = renderPair({ paper: { ...DEFAULT_PAPER, paperSpeedMmPerSecond: 50, gainMmPerMv: 20 } });
    expect(pair.textContent).toContain('at 50 mm/s · 20 mm/mV · not to scale');
    const width = (element: HTMLElement) => Number(element.querySelector('.paper-evidence rect')!.getAttribute('width'));
    expect(width(pair)).toBeCloseTo(2 * width(renderPair()), 5);
  });
});

describe('the cursor', () => {
  const press = (frame: Element, key: string, shiftKey = false) =>
    frame.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }));
  const lineOf = (pair: HTMLElement) =>
    [...pair.querySelectorAll('.pair-cursor')].map((cursor) => [
      cursor.getAttribute('visibility'),
      cursor.querySelector('path')!.getAttribute('transform'),
    ]);
  const read = (pair: HTMLElement) => pair.querySelector('.pair-readout')!.textContent;

  test('stands at the same time in both panels, moves by keys and reads both voltages', async () => {
    const pair = renderPair();
    await vi.waitFor(() => expect(read(pair)).toBe(CURSOR_HINT));
    const frame = pair.querySelector('.pair-scroller')!;
    press(frame, 'ArrowRight');
    press(frame, 'ArrowRight', true);
    press(frame, 'ArrowRight');
    const { startSeconds } = MORPHOLOGY.match!;
    const time = (seconds: number) => `${seconds.toFixed(2)} s`;
    expect(read(pair)).toMatch(
      new RegExp(`^I at ${time(startSeconds + 0.11)} here, ${time(5.11)} there: this ECG [+−]?\\d\\.\\d\\d mV, prototype [+−]?\\d\\.\\d\\d mV$`),
    );
    const [patient, prototype] = lineOf(pair);
    expect(patient![0]).toBe('visible');
    expect(prototype).toEqual(patient);
    press(frame, 'ArrowDown');
    expect(read(pair)).toMatch(/^aVR at /);
    press(frame, 'Escape');
    expect(lineOf(pair)[0]![0]).toBe('hidden');
    expect(read(pair)).toBe(CURSOR_HINT);
  });

  test('reads the difference where it is drawn, and the time from R on median beats', async () => {
    const difference = renderPair({ view: 'difference', ...MEASURED });
    await vi.waitFor(() => expect(read(difference)).toBe(CURSOR_HINT));
    press(difference.querySelector('.pair-scroller')!, 'Home');
    expect(read(difference)).toMatch(/, difference [+−]?\d\.\d\d mV$/);
    const beats = renderPair({ view: 'overlaid', ...MEASURED, ...RHYTHM });
    await vi.waitFor(() => expect(read(beats)).toBe(CURSOR_HINT));
    press(beats.querySelector('.pair-scroller')!, 'Home');
    press(beats.querySelector('.pair-scroller')!, 'ArrowRight', true);
    expect(read(beats)).toMatch(/^I at \+100 ms from R: this ECG/);
  });

  test('follows the pointer over either panel', async () => {
    const pair = renderPair();
    await vi.waitFor(() => expect(read(pair)).toBe(CURSOR_HINT));
    const panel = pair.querySelectorAll('.pair-panel')[1]!;
    panel.dispatchEvent(new MouseEvent('pointermove', { clientX: 20, clientY: 20, bubbles: true }));
    await vi.waitFor(() => expect(read(pair)).toMatch(/^I at /));
    expect(lineOf(pair)[0]).toEqual(lineOf(pair)[1]);
    pair.querySelector('.pair-scroller')!.dispatchEvent(new MouseEvent('pointerleave'));
    await vi.waitFor(() => expect(read(pair)).toBe(CURSOR_HINT));
  });
});
