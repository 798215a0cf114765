import type { Ecg } from '../../src/ecg/ecg';
import { STATEMENTS } from '../../src/model/statements';
import { toTwelveLeads } from './anatomy/leadSpace';
import { createHeart } from './beat/createHeart';
import { findContradiction } from './contradictions';
import { findFindings } from './findings';
import { applyClinic } from './nuisance/clinic';
import { createStream } from './random';
import { findQt, render } from './render';
import { createTimeline } from './rhythm/createTimeline';
import { drawPrSeconds, drawSinusInterval } from './rhythm/rates';
import type { Heart } from './beat/heart';
import type { AtrialEvent, Timeline } from './rhythm/timeline';
import type { Beat, SimulatedEcg, SimulationRequest, Wave } from './types';

/**
 * I and II are whole multiples of 1/1024 mV, so that the four leads that follow from them are exact in 32-bit floats.
 */
const STEPS_PER_MV = 1024;

const KNOWN: ReadonlySet<string> = new Set(STATEMENTS.map(({ code }) => code));

/**
 * A 12-lead ECG in millivolts of a person in whom the statements are true, with what is known of it. The same request
 * gives the same bytes on every machine. Throws RangeError for an unknown statement or two that contradict each other.
 */
export function simulate(request: SimulationRequest): SimulatedEcg {
  checkStatements(request.statements);
  const { seed, samplingRateHz = 500, seconds = 10, statements } = request;
  const codes = new Set(statements);
  const intervals = createStream(seed, 'intervals');
  const sinusSeconds = drawSinusInterval(request, codes, intervals);
  const prSeconds = drawPrSeconds(request, codes, sinusSeconds, intervals);
  const timeline = createTimeline(request, codes, sinusSeconds, prSeconds);
  const heart = createHeart(request, codes, prSeconds, timeline.meanRrSeconds);
  const sampleCount = Math.round(samplingRateHz * seconds);
  const leads = render(heart, timeline, samplingRateHz, sampleCount, createStream(seed, 'render'));
  for (const lead of leads) {
    for (let sample = 0; sample < sampleCount; sample++)
      lead[sample] = Math.round(lead[sample]! * STEPS_PER_MV) / STEPS_PER_MV;
  }
  const ecg: Ecg = {
    samplingRateHz,
    sampleCount,
    leads: toTwelveLeads(leads),
    format: 'Simulated',
    scale: 'millivolts, by construction',
    remarks: ['This ECG was simulated; it is of no patient.'],
  };
  const beats = describeBeats(heart, timeline, seconds);
  const pWaves = describePWaves(heart, timeline, seconds);
  const truth = { beats, pWaves, findings: findFindings(statements, beats, timeline, seconds) };
  return { ecg: request.nuisance === 'none' ? ecg : applyClinic(ecg, seed), statements, truth };
}

function checkStatements(statements: readonly string[]): void {
  const unknown = statements.find((code) => !KNOWN.has(code));
  if (unknown !== undefined)
    throw new RangeError(`There is no statement "${unknown}" among the 71 that can be simulated.`);
  const pair = findContradiction(statements);
  if (pair) throw new RangeError(`One ECG cannot show both ${pair[0]} and ${pair[1]}.`);
}

function describeBeats(heart: Heart, timeline: Timeline, seconds: number): Beat[] {
  return timeline.ventricular.flatMap((event, index): Beat[] => {
    if (event.onsetSeconds < 0 || event.onsetSeconds >= seconds) return [];
    const complex = heart.complexes[event.complex];
    const { qrsSeconds } = complex;
    const qt = findQt(heart, timeline, index);
    const largest = complex.qrs.reduce((one, other) =>
      Math.hypot(...other.amplitudes) > Math.hypot(...one.amplitudes) ? other : one,
    );
    const atrial = event.atrial;
    return [
      {
        kind: event.kind,
        p: atrial && toPWave(heart, atrial),
        qrs: toWave(event.onsetSeconds, largest.peak, qrsSeconds),
        t: toWave(
          event.onsetSeconds + qrsSeconds + 0.1 * (qt - qrsSeconds),
          0.57 * (qt - qrsSeconds),
          0.9 * (qt - qrsSeconds),
        ),
      },
    ];
  });
}

function describePWaves(heart: Heart, { atrial }: Timeline, seconds: number): Wave[] {
  return atrial
    .map((event) => toPWave(heart, event))
    .filter(({ onsetSeconds, offsetSeconds }) => offsetSeconds > 0 && onsetSeconds < seconds)
    .sort((one, other) => one.onsetSeconds - other.onsetSeconds);
}

function toPWave(heart: Heart, { form, onsetSeconds }: AtrialEvent): Wave {
  const { pulses, durationSeconds } = heart.pForms[form];
  return toWave(onsetSeconds, pulses[0]!.peak, durationSeconds);
}

function toWave(onsetSeconds: number, peak: number, duration: number): Wave {
  return { onsetSeconds, peakSeconds: onsetSeconds + peak, offsetSeconds: onsetSeconds + duration };
}
