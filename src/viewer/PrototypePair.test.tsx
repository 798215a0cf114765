// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
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
  await expect(toSvgFile(renderPair({ selected: true }), 726, 960)).toMatchFileSnapshot('./snapshots/prototype-pair.svg');
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
  expect(pair.textContent).toContain('Both at 12.5 mm/s · 5 mm/mV');
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
