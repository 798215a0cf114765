import type { Ecg } from '../../src/ecg/ecg';
import { STANDARD_LEADS } from '../../src/ecg/lead';
import type { LeadName } from '../../src/ecg/lead';
import type { QualityFinding } from '../../src/signal/quality/quality';
import {
  type Electrode,
  type Potentials,
  toPotentials,
  toRecordedLeads,
  toTwelveLeads,
} from '../../training/simulator/nuisance/electrodes';
import { createRandom, type Random } from '../synthetic/random';

/** A fault of recording that is put into an ECG, and what must be found of it. */
export interface Fault {
  readonly name: string;
  readonly spoil: (ecg: Ecg, random: Random) => Ecg;
  readonly isFound: (finding: QualityFinding) => boolean;
}

/** An ECG with a fault; the same seed gives the same samples. */
export function addFault(ecg: Ecg, { spoil }: Fault, seed: number): Ecg {
  return spoil(ecg, createRandom(seed));
}

const CHEST = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const;

const withLeads = (ecg: Ecg, leads: readonly LeadName[], change: (mv: number, index: number) => number): Ecg => ({
  ...ecg,
  leads: { ...ecg.leads, ...Object.fromEntries(leads.map((lead) => [lead, ecg.leads[lead].map(change)])) },
});

const rewire = (ecg: Ecg, change: (potentials: Potentials) => Partial<Potentials>): Ecg => {
  const potentials = toPotentials(ecg);
  return { ...ecg, leads: toTwelveLeads(toRecordedLeads({ ...potentials, ...change(potentials) })) };
};

/** What an open input picks up: hum, and a potential that drifts, in millivolts. */
function toOpenInput({ samplingRateHz, sampleCount }: Ecg, random: Random): Float64Array {
  const phase = random.uniform(0, 6);
  let drift = random.uniform(-1, 1);
  return Float64Array.from({ length: sampleCount }, (_, index) => {
    drift += (0.3 / Math.sqrt(samplingRateHz)) * random.gaussian();
    return drift + 0.8 * Math.sin((2 * Math.PI * 50 * index) / samplingRateHz + phase) + 0.2 * random.gaussian();
  });
}

/** Slow settling from the end of the range, as after an electrode has touched skin or left it. */
const toSettling = ({ samplingRateHz, sampleCount }: Ecg): Float64Array =>
  Float64Array.from({ length: sampleCount }, (_, index) => -17 * Math.exp(-index / samplingRateHz / 6));

const isOff = (electrode: string) => (finding: QualityFinding) =>
  finding.kind === 'electrodeOff' && finding.electrodes.join() === electrode;

const isKind = (kind: QualityFinding['kind'], leads: readonly LeadName[]) => (finding: QualityFinding) =>
  finding.kind === kind && leads.every((lead) => finding.leads.includes(lead));

const isSwap = (kind: QualityFinding['kind'], ...electrodes: readonly string[]) => (finding: QualityFinding) =>
  finding.kind === kind && finding.electrodes.join() === electrodes.join();

const offLimb = (electrode: Electrode): Fault => ({
  name: `${electrode} open`,
  spoil: (ecg, random) => rewire(ecg, () => ({ [electrode]: toOpenInput(ecg, random) })),
  isFound: isOff(electrode),
});

const flatPair = (electrode: Electrode, leads: readonly LeadName[]): Fault => ({
  name: `${electrode} off, blanked by the device`,
  spoil: (ecg) => withLeads(ecg, leads, () => 0),
  isFound: isOff(electrode),
});

const swap = (name: string, one: Electrode, other: Electrode, kind: QualityFinding['kind']): Fault => ({
  name,
  spoil: (ecg) => rewire(ecg, (potentials) => ({ [one]: potentials[other], [other]: potentials[one] })),
  isFound: isSwap(kind, one, other),
});

const onLeg = (electrode: Electrode): Fault => ({
  name: `${electrode} and RL swapped`,
  spoil: (ecg) => rewire(ecg, ({ LL }) => ({ [electrode]: LL })),
  isFound: isSwap('groundSwap', electrode, 'RL'),
});

/** Every fault that the simulator's ECGs are spoiled with. */
export const FAULTS: readonly Fault[] = [
  { name: 'V3 flat', spoil: (ecg) => withLeads(ecg, ['V3'], () => 0), isFound: isOff('V3') },
  { name: 'V3 settling from −17 mV', spoil: (ecg) => rewire(ecg, ({ V3 }) => ({ V3: toSettling(ecg).map((mv, index) => mv + V3[index]!) })), isFound: isOff('V3') },
  { name: 'V3 open', spoil: (ecg, random) => rewire(ecg, () => ({ V3: toOpenInput(ecg, random) })), isFound: isOff('V3') },
  { name: 'V5 noise of 0.03 mV only', spoil: (ecg, random) => withLeads(ecg, ['V5'], () => 0.03 * random.gaussian()), isFound: isOff('V5') },
  offLimb('RA'),
  offLimb('LA'),
  offLimb('LL'),
  flatPair('RA', ['I', 'II', 'aVR', 'aVL', 'aVF']),
  flatPair('LA', ['I', 'III', 'aVR', 'aVL', 'aVF']),
  flatPair('LL', ['II', 'III', 'aVR', 'aVL', 'aVF']),
  swap('RA and LA swapped', 'RA', 'LA', 'armSwap'),
  swap('RA and LL swapped', 'RA', 'LL', 'armLegSwap'),
  onLeg('RA'),
  onLeg('LA'),
  swap('V1 and V2 swapped', 'V1', 'V2', 'chestOrder'),
  swap('V2 and V3 swapped', 'V2', 'V3', 'chestOrder'),
  swap('V3 and V4 swapped', 'V3', 'V4', 'chestOrder'),
  swap('V1 and V3 swapped', 'V1', 'V3', 'chestOrder'),
  swap('V2 and V4 swapped', 'V2', 'V4', 'chestOrder'),
  swap('V5 and V6 swapped', 'V5', 'V6', 'chestOrder'),
  { name: 'V2 flat for 3 s', spoil: (ecg) => withLeads(ecg, ['V2'], (mv, index) => (Math.floor(index / ecg.samplingRateHz / 3) === 1 ? 0.1 : mv)), isFound: isKind('flat', ['V2']) },
  { name: 'V4 cut off at ±0.4 mV', spoil: (ecg) => withLeads(ecg, ['V4'], (mv) => Math.max(-0.4, Math.min(0.4, mv))), isFound: isKind('railed', ['V4']) },
  { name: '0.5 s missing in II', spoil: (ecg) => withLeads(ecg, ['II'], (mv, index) => (Math.floor((2 * index) / ecg.samplingRateHz) === 7 ? Number.NaN : mv)), isFound: isKind('missing', ['II']) },
  { name: 'noise of 0.1 mV in V1 and V2', spoil: (ecg, random) => withLeads(ecg, ['V1', 'V2'], (mv) => mv + 0.1 * random.gaussian()), isFound: isKind('muscle', ['V1', 'V2']) },
  { name: '60 Hz hum of 0.2 mV in all chest leads', spoil: (ecg) => withLeads(ecg, CHEST, (mv, index) => mv + 0.1 * Math.sin((2 * Math.PI * 60 * index) / ecg.samplingRateHz)), isFound: isKind('mains', []) },
  { name: 'wander of 4 mV in V5', spoil: (ecg) => withLeads(ecg, ['V5'], (mv, index) => mv + 2 * Math.sin((2 * Math.PI * 0.2 * index) / ecg.samplingRateHz)), isFound: isKind('wander', ['V5']) },
  { name: 'V1 shown twice', spoil: (ecg) => ({ ...ecg, leads: { ...ecg.leads, V2: ecg.leads.V1 } }), isFound: isKind('identical', ['V1', 'V2']) },
  { name: 'III upside down', spoil: (ecg) => withLeads(ecg, ['III'], (mv) => -mv), isFound: isKind('limbLaws', ['III']) },
  { name: 'scale 20 times too large', spoil: (ecg) => withLeads(ecg, STANDARD_LEADS, (mv) => 20 * mv), isFound: isKind('scale', ['II']) },
  { name: 'scale 1000 times too small', spoil: (ecg) => withLeads(ecg, STANDARD_LEADS, (mv) => mv / 1000), isFound: isKind('scale', ['II']) },
];
