import type { Ecg } from '../ecg';
import { Problem } from '../problem';
import { toQuote } from '../quote';
import { requireAnnouncedCount } from './announcedCount';
import { toBase64Bytes } from './base64';
import { toDeviceMeasurements } from './deviceValues';
import { requireField, toPositive } from './fieldValue';
import { type StoredLead, toEcg } from './storedRecording';
import type { XmlElement } from './xml';
import { createXmlFormat } from './xmlFormat';
import { findElements } from './xmlPath';

/**
 * Resting ECGs of Mortara's (now Baxter's) ELI electrocardiographs: everything in attributes, 16-bit samples in base64.
 * The fields were learned from files, for no document of the maker was found.
 */
export const mortaraEli = createXmlFormat({
  description: 'Mortara ELI XML',
  root: /^ECG$/,
  toEcg: toEliEcg,
});

function toEliEcg(root: XmlElement, name: string): Ecg {
  const channels = findElements(root, 'CHANNEL');
  if (channels.length === 0) throw new Problem(`${name} holds no CHANNEL, in which Mortara keeps the leads.`);
  const rates = channels.map((channel) => channel.attributes.get('SAMPLE_FREQ') ?? '');
  if (new Set(rates).size > 1) throw new Problem(`${name} gives its leads different sampling rates.`);
  return toEcg({
    name,
    format: 'Mortara ELI XML',
    samplingRateHz: toPositive(rates[0]!, 'SAMPLE_FREQ', name),
    leads: channels.map((channel) => toStoredLead(channel, name)),
    scaleField: 'UNITS_PER_MV',
    ...toMeasured(root),
  });
}

function toStoredLead({ attributes }: XmlElement, name: string): StoredLead {
  const of = (field: string): string => attributes.get(field) ?? '';
  const label = of('NAME');
  for (const [field, understood] of [
    ['BITS', '16'],
    ['FORMAT', 'signed'],
    ['ENCODING', 'base64'],
    ['OFFSET', '0'],
  ] as const) {
    requireField(of(field), [understood], `${field} of ${label}`, name);
  }
  const bytes = toBase64Bytes(of('DATA'), toQuote(label), name);
  requireAnnouncedCount(bytes.length / 2, of('DURATION') || 'nothing', label, name);
  const view = new DataView(bytes.buffer);
  return {
    label,
    samples: Int16Array.from({ length: bytes.length / 2 }, (_, index) => view.getInt16(2 * index, true)),
    microvoltsPerStep: 1000 / toPositive(of('UNITS_PER_MV'), 'UNITS_PER_MV', name),
  };
}

function toMeasured({ attributes }: XmlElement) {
  const of = (field: string): string | undefined => attributes.get(field);
  return toDeviceMeasurements({
    rate: of('VENT_RATE'),
    p: of('P_DURATION'),
    pr: of('PR_DURATION'),
    qrs: of('QRS_DURATION'),
    qt: of('QT_DURATION'),
    qtc: [
      [of('QTCB'), 'Bazett'],
      [of('QTCF'), 'Fridericia'],
      [of('QTC'), null],
    ],
    pAxis: of('P_AXIS'),
    qrsAxis: of('QRS_AXIS'),
    tAxis: of('T_AXIS'),
  });
}
