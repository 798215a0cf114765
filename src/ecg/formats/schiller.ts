import type { Ecg } from '../ecg';
import { Problem } from '../problem';
import { requireAnnouncedCount } from './announcedCount';
import { toDeviceMeasurements } from './deviceValues';
import { requireField, toPositive } from './fieldValue';
import { toWrittenSamples } from './sampleText';
import { type StoredLead, toEcg } from './storedRecording';
import type { XmlElement } from './xml';
import { createXmlFormat } from './xmlFormat';
import { findElements, findText } from './xmlPath';

/**
 * Resting ECGs of Schiller electrocardiographs as the SEMA system exports them: samples in digits, in the `wavedata` of
 * type `ECG_RHYTHMS`; the averages before it use the same names. No document of the maker was found: the fields explain
 * themselves.
 */
export const schiller = createXmlFormat({
  description: 'Schiller XML',
  root: /SchillerEDI$/,
  toEcg: toSchillerEcg,
});

function toSchillerEcg(root: XmlElement, name: string): Ecg {
  const event = findElements(root, 'eventdata/event').find((one) => findRhythm(one));
  const rhythm = event && findRhythm(event);
  if (!rhythm) throw new Problem(`${name} holds no ECG_RHYTHMS, in which Schiller keeps the ECG itself.`);
  requireField(findText(rhythm, 'resolution/samplerate/exponent'), ['1', '0', ''], 'the exponent of samplerate', name);
  requireField(findText(rhythm, 'resolution/yres/units'), ['uv'], 'the units of yres', name);
  const microvoltsPerStep = toPositive(findText(rhythm, 'resolution/yres/unitperbit'), 'unitperbit', name);
  return toEcg({
    name,
    format: 'Schiller XML',
    samplingRateHz: toPositive(findText(rhythm, 'resolution/samplerate/value'), 'samplerate', name),
    leads: findElements(rhythm, 'channel').map((channel) => toStoredLead(channel, microvoltsPerStep, name)),
    scaleField: 'unitperbit',
    ...toMeasured(event),
  });
}

function findRhythm(event: XmlElement): XmlElement | undefined {
  return findElements(event, 'wavedata').find((wave) => findText(wave, 'type') === 'ECG_RHYTHMS');
}

function toStoredLead(channel: XmlElement, microvoltsPerStep: number, name: string): StoredLead {
  const label = findText(channel, 'name');
  requireField(findText(channel, 'datastype'), ['commaseparate'], `datastype of ${label}`, name);
  const samples = toWrittenSamples(findText(channel, 'data'), label, name);
  requireAnnouncedCount(samples.length, findText(channel, 'samplecount'), label, name);
  return { label, samples, microvoltsPerStep };
}

function toMeasured(event: XmlElement) {
  const annotations = findElements(event, 'annotation_global');
  const of = (field: string): string => {
    const found = annotations.find((annotation) => findText(annotation, 'name') === field);
    return found ? findText(found, 'value') : '';
  };
  return toDeviceMeasurements({
    rate: of('HR'),
    p: of('P'),
    pr: of('PQ'),
    qrs: of('QRS'),
    qt: of('QT'),
    qtc: [[of('QTC'), null]],
    pAxis: of('AXIS_P'),
    qrsAxis: of('AXIS_QRS'),
    tAxis: of('AXIS_T'),
  });
}
