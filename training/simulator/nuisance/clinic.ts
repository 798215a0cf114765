import type { Ecg } from '../../../src/ecg/ecg';
import { createStream } from '../random';
import { createContactNoise } from './contact';
import { applyDevice, drawDevice } from './device';
import { type Electrode, perElectrode, type Potentials, toPotentials, toRecordedLeads, toTwelveLeads } from './electrodes';
import { createMainsHum } from './mains';
import { createMotion } from './motion';
import { createMuscleNoise } from './muscle';
import { applyPlacement } from './placement';
import { drawSituation, type Situation } from './situation';
import { createTremor } from './tremor';
import { createWander } from './wander';

/**
 * An ECG as a clinic would have recorded it: electrodes slightly off their place, skin, muscle, mains and movement added
 * to the potential of each electrode, then the filters, gain, clock and resolution of a device. Einthoven's law and
 * Goldberger's relations hold as in the device: the four derived leads are calculated from I and II.
 *
 * @param ecg all twelve leads, in millivolts, without missing samples.
 * @param seed a whole number; the same ECG and seed give the same samples.
 */
export function applyClinic(ecg: Ecg, seed: number): Ecg {
  const { samplingRateHz, sampleCount } = ecg;
  const situation = drawSituation(createStream(seed, 'situation'), sampleCount / samplingRateHz);
  const device = drawDevice(createStream(seed, 'device'), situation.mains.nominalHz);
  const heart = toPotentials({ leads: applyPlacement(ecg.leads, situation.placement) });
  const potentials = addDisturbances(heart, situation, samplingRateHz, seed);
  const leads = toTwelveLeads(applyDevice(toRecordedLeads(potentials), device, samplingRateHz));
  return { ...ecg, leads };
}

/** The potentials of the heart with everything that disturbs them, in millivolts. */
export function addDisturbances(
  heart: Potentials,
  situation: Situation,
  samplingRateHz: number,
  seed: number,
): Potentials {
  const sampleCount = heart.RA.length;
  const stream = (nuisance: string, electrode = '') => createStream(seed, `${nuisance}/${electrode}`);
  const hum = createMainsHum(sampleCount, samplingRateHz, situation.mains, stream('mains'));
  const disturbed = (electrode: Electrode): Float64Array => {
    const create = <Options>(
      name: string,
      options: Options,
      createNoise: (count: number, rateHz: number, options: Options, random: ReturnType<typeof stream>) => Float64Array,
    ) => createNoise(sampleCount, samplingRateHz, options, stream(name, electrode));
    const tremor = situation.tremor[electrode];
    const noises = [
      create('wander', situation.wander[electrode], createWander),
      create('muscle', situation.muscle[electrode], createMuscleNoise),
      ...(tremor ? [create('tremor', tremor, createTremor)] : []),
      ...situation.contacts
        .filter(([name]) => name === electrode)
        .map(([, options]) => create('contact', options, createContactNoise)),
      ...situation.motions
        .filter(([name]) => name === electrode)
        .map(([, options]) => createMotion(sampleCount, samplingRateHz, options)),
    ];
    const [humMv, phase] = situation.hum[electrode];
    const potential = Float64Array.from(heart[electrode]);
    addScaled(potential, hum.sine, humMv * Math.cos(phase));
    addScaled(potential, hum.cosine, humMv * Math.sin(phase));
    for (const noise of noises) addScaled(potential, noise, 1);
    return potential;
  };
  return perElectrode(disturbed);
}

function addScaled(potential: Float64Array, noise: Float64Array, factor: number): void {
  for (let index = 0; index < potential.length; index++) potential[index]! += factor * noise[index]!;
}
