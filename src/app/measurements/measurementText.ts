import type { LeadMeasurements } from '../../signal/measure/measureLeads';
import { formatSeconds } from '../../viewer/format';
import { deviceText } from './deviceText';
import type { MeasurementName } from './measurementValue';

const NAMES: Readonly<Record<MeasurementName, string>> = {
  heartRatePerMinute: 'Heart rate',
  meanRrMs: 'RR, mean',
  shortestRrMs: 'RR, shortest',
  longestRrMs: 'RR, longest',
  sdnnMs: 'SDNN',
  rmssdMs: 'RMSSD',
  irregularity: 'RMSSD / mean RR',
  pMs: 'P duration',
  prMs: 'PR interval',
  qrsMs: 'QRS duration',
  qtMs: 'QT interval',
  qtcBazettMs: 'QTc, Bazett',
  qtcFridericiaMs: 'QTc, Fridericia',
  pAxisDegrees: 'P axis',
  qrsAxisDegrees: 'QRS axis',
  tAxisDegrees: 'T axis',
  sokolowLyonMv: 'Sokolow-Lyon',
  cornellMv: 'Cornell',
};
const LEAD_NAMES: Readonly<Record<keyof LeadMeasurements, string>> = { rMv: 'R', sMv: 'S', jMv: 'ST, J', st60Mv: 'ST, J + 60' };

/** The words about what is measured in the ECG. */
export const measurementText = {
  title: 'Measurements',
  measuring: 'Measuring …',
  failed: (sentence: string) => `This ECG was not measured. ${sentence}`,
  source: (beatsUsed: number | null) =>
    beatsUsed === null
      ? 'Measured by this page, not by the network.'
      : `Measured by this page on the median beat (${toBeats(beatsUsed)}), not by the network.`,
  notMeasurable: 'not measurable',
  /** A reason is one or more sentences. */
  because: (names: readonly string[], reason: string) => `${names.join(', ')}: not measurable (${toClause(reason)})`,
  cannotMeasure: (reason: string) => `not measurable (${toClause(reason)})`,
  heartRate: 'HR',
  pr: 'PR',
  qrs: 'QRS',
  qt: 'QT',
  qtc: 'QTc',
  bazett: (value: string) => `${value} (Bazett)`,
  fridericia: (value: string) => `${value} (Fridericia)`,
  axes: 'Axes',
  axisOf: (wave: 'P' | 'QRS' | 'T', value: string) => `${wave} ${value}`,
  all: 'All measurements',
  name: (name: MeasurementName) => NAMES[name],
  values: 'Rate, intervals, axes and voltages',
  measure: 'Measure',
  value: 'Value',
  method: 'Method',
  uncertaintyNote: '± is one standard uncertainty, rounded up: the method’s own error, how the leads or beats disagree, and the sampling.',
  device: deviceText,
  leads: 'Lead by lead, mV',
  lead: 'Lead',
  leadValue: (name: keyof LeadMeasurements) => LEAD_NAMES[name],
  leadNote: 'In the median beat, against the level before QRS. S is given as a depth; ST at the J point and 60 ms after it, with its sign.',
  beats: 'Beats',
  beatsUsed: (used: number, found: number) => `${used} of ${toBeats(found)} used`,
  beatsUsable: (usable: number, found: number) => `${usable} of ${toBeats(found)} usable`,
  noBeats: 'No QRS complexes were found.',
  paced: (count: number) => `${toBeats(count)} after a pacing stimulus`,
  rejected: 'Beats left out',
  rejectedBeat: (seconds: number, reason: string) => `${formatSeconds(seconds)}: ${toClause(reason)}`,
} as const;

function toBeats(count: number): string {
  return `${count} ${count === 1 ? 'beat' : 'beats'}`;
}

/** Sentences as one clause: "No P wave. It is irregular." becomes "no P wave; it is irregular". */
function toClause(sentences: string): string {
  return sentences
    .split(/\.(?:\s+|$)/)
    .filter((sentence) => sentence !== '')
    .map((sentence) => (/^[A-Z](?![A-Z])/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence))
    .join('; ');
}
