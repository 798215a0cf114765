// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { simulate } from '../../../training/simulator/simulate';
import type { DeviceMeasurements } from '../../ecg/deviceMeasurements';
import type { Ecg } from '../../ecg/ecg';
import { mapLeads } from '../../ecg/mapLeads';
import { createAppStore, type AppStore } from '../../store/appStore';
import { createTestWorld, droppedFile, type TestWorld, testEcg } from '../../store/fixtures/testWorld';
import { answer } from '../fixtures/answer';
import { press } from '../fixtures/press';
import { closePage, renderPage } from '../fixtures/renderPage';
import { stubBrowser } from '../fixtures/stubBrowser';
import { Measurements } from './Measurements';

beforeEach(() => stubBrowser());

afterEach(() => {
  closePage();
  vi.unstubAllGlobals();
});

const create = (statements: readonly string[]): Ecg =>
  simulate({ statements, ageYears: 55, sex: 'female', seed: 5, nuisance: 'none' }).ecg;

/** The measurements on a page with this ECG, before the browser is idle. */
async function openEcg(world: TestWorld, ecg: Ecg): Promise<AppStore> {
  const page = createAppStore(world.deps);
  renderPage(page, <Measurements />);
  await answer(() => void page.actions.openFiles([droppedFile('a.hea')]));
  await answer(() => world.reads[0]!.resolve(ecg));
  return page;
}

function measure(world: TestWorld): Promise<void> {
  return answer(() => world.idleMoments.at(-1)!());
}

/** The text of all elements that are found. */
const textsOf = (selector: string): (string | null)[] =>
  [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);

it('says that it measures, then rate, intervals and axes in one line as a cardiologist reads them', async () => {
  const world = createTestWorld();
  await openEcg(world, create(['SR', 'NORM']));
  expect(document.querySelector('section')!.getAttribute('aria-busy')).toBe('true');
  expect(document.body.textContent).toBe('MeasurementsMeasuring …');

  await measure(world);
  expect(document.querySelector('section')!.getAttribute('aria-busy')).toBe('false');
  expect(textsOf('.measurement-line > div')).toEqual([
    expect.stringMatching(/^HR\d+\/min$/),
    expect.stringMatching(/^PR\d+ ms$/),
    expect.stringMatching(/^QRS\d+ ms$/),
    expect.stringMatching(/^QT\d+ ms$/),
    expect.stringMatching(/^QTc\d+ ms \(Bazett\)\d+ ms \(Fridericia\)$/),
    expect.stringMatching(/^AxesP −?\d+°QRS −?\d+°T −?\d+°$/),
  ]);
  expect(textsOf('.measurement-reasons')).toEqual([]);
  expect(document.body.textContent!.match(/not by the network/g)).toHaveLength(1);
});

it('says once why what belongs to P cannot be measured', async () => {
  const world = createTestWorld();
  await openEcg(world, create(['AFIB']));
  await measure(world);
  expect(textsOf('.measurement-line > div')[1]).toBe('PRnot measurable');
  expect(textsOf('.measurement-line > div')[5]).toMatch(/^AxesP not measurableQRS −?\d+°/);
  expect(textsOf('.measurement-reasons li')).toEqual([
    'PR, P axis: not measurable (there is no P wave that keeps the same distance before the QRS complexes; the rhythm is irregular)',
  ]);
});

it('opens every value with its uncertainty and method, every lead, and every beat', async () => {
  const world = createTestWorld();
  await openEcg(world, create(['SR', 'BIGU', 'PVC']));
  await measure(world);
  const button = document.querySelector<HTMLElement>('.measurement-details button')!;
  expect(button.getAttribute('aria-expanded')).toBe('false');
  await press(button);
  expect(button.getAttribute('aria-expanded')).toBe('true');

  const [values, leads] = document.querySelectorAll('table');
  expect(values!.querySelectorAll('tbody tr')).toHaveLength(18);
  expect(values!.textContent).toMatch(/QRS duration\d+ ± \d+ msearliest onset to latest end of QRS in any lead, median of \d+ beats/);
  expect(values!.textContent).toMatch(/Sokolow-Lyon\d\.\d\d ± 0\.\d\d mVS in V1 \+ larger R of V5 and V6/);
  expect(leads!.querySelectorAll('tbody tr')).toHaveLength(12);
  expect(leads!.querySelector('tbody tr')!.textContent).toMatch(/^I(\d\.\d\d ±\s0\.\d\d){2}([+−]?\d\.\d\d ±\s0\.\d\d){2}$/);
  expect(document.querySelector('.beat-facts')!.textContent).toMatch(/^Beats\d+ of \d+ beats used/);
  expect(textsOf('.beat-facts li')[0]).toMatch(/^\d\.\d\d s: its QRS complex has another form than most$/);
});

it("sets the device's values beside its own, and what the file leaves open nowhere", async () => {
  const world = createTestWorld();
  const deviceMeasurements: DeviceMeasurements = {
    ventricularRatePerMinute: 61,
    pMs: null,
    prMs: 172,
    qrsMs: 94,
    qtMs: 402,
    qtc: [
      { ms: 405, formula: null },
      { ms: 404, formula: 'Fridericia' },
    ],
    pAxisDegrees: 47,
    qrsAxisDegrees: -12,
    tAxisDegrees: null,
  };
  await openEcg(world, { ...create(['AFIB']), deviceMeasurements });
  await measure(world);
  await press(document.querySelector<HTMLElement>('.measurement-details button')!);
  const rowOf = (name: string) => textsOf('tbody tr').find((row) => row?.startsWith(name));
  expect(rowOf('Heart rate')).toMatch(/^Heart rate\d+ ± \d+\/minDevice: 61\/min/);
  expect(rowOf('PR interval')).toMatch(/^PR intervalnot measurable \(.+\)Device: 172 ms$/);
  expect(rowOf('QRS axis')).toMatch(/Device: −12°/);
  expect(rowOf('QTc, Fridericia')).toMatch(/Device: 404 ms/);
  expect(rowOf('QTc, formula not stated')).toBe('QTc, formula not statedDevice: 405 ms');
  for (const name of ['QTc, Bazett', 'P duration', 'T axis', 'Cornell']) expect(rowOf(name), name).not.toMatch(/Device/);
  expect(textsOf('.table-note').filter((note) => note?.startsWith('Device: '))).toHaveLength(1);
});

it('says what a missing lead takes away, and that nothing can be measured where nothing is', async () => {
  const world = createTestWorld();
  const ecg = create(['SR', 'NORM']);
  const page = await openEcg(world, { ...ecg, leads: { ...ecg.leads, V2: ecg.leads.V2.map(() => Number.NaN) } });
  await measure(world);
  const rows = textsOf('.lead-table tbody tr');
  expect(rows[7]).toBe('V2not measurable (lead V2 is missing or shows nothing)');

  const flat = { ...ecg, leads: mapLeads(() => new Float32Array(ecg.sampleCount)) };
  await answer(() => void page.actions.openFiles([droppedFile('flat.hea')]));
  await answer(() => world.reads[1]!.resolve(flat));
  expect(document.body.textContent).toBe('MeasurementsMeasuring …');
  await measure(world);
  expect(document.querySelector('.measurement-line')).toBeNull();
  expect(textsOf('.measurement-reasons li')).toEqual([
    'HR, PR, QRS, QT, QTc, P axis, QRS axis, T axis: not measurable (no QRS complexes were found)',
  ]);
});

it('says in one sentence that measuring failed', async () => {
  const world = createTestWorld();
  const broken = testEcg(1);
  Object.defineProperty(broken, 'leads', {
    get: () => {
      throw new Error('no leads');
    },
  });
  await openEcg(world, broken);
  await measure(world);
  expect(document.querySelector('section')!.textContent).toBe(
    'MeasurementsThis ECG was not measured. Something unexpected went wrong in the program: no leads',
  );
});
