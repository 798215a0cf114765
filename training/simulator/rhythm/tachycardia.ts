import type { Random } from '../../../tools/synthetic/random';
import { drawChance } from '../random';
import { createSinusNodeTimes } from './sinusRhythm';
import { LEAD_IN_SECONDS } from './timeline';
import type { AtrialEvent, Timeline, VentricularEvent } from './timeline';

interface Tachycardia {
  readonly intervalSeconds: number;
  /** From the onset of QRS to the onset of the retrograde P, in seconds; null where P is hidden in QRS. */
  readonly retrogradeSeconds: number | null;
}

/**
 * A regular narrow tachycardia of 150 to 220 a minute; P is hidden, or follows QRS closely, inverted in II, III and aVF
 * (Brugada J et al., ESC guidelines on supraventricular tachycardia, Eur Heart J 2020;41:655).
 */
export function createTachycardia(qrsSeconds: number, seconds: number, random: Random): Timeline {
  const tachycardia = drawTachycardia(qrsSeconds, random);
  return toTimeline(createRun(tachycardia, -LEAD_IN_SECONDS, seconds + LEAD_IN_SECONDS, random), [], [], tachycardia);
}

/** The same in paroxysms: it begins with a premature P, or ends with a pause, while the ECG is recorded. */
export function createParoxysm(
  sinusSeconds: number,
  prSeconds: number,
  qrsSeconds: number,
  seconds: number,
  random: Random,
): Timeline {
  const tachycardia = drawTachycardia(qrsSeconds, random);
  const change = random.uniform(0.25, 0.7) * seconds;
  const sinus = createSinusNodeTimes(sinusSeconds, false, seconds, random);
  const begins = drawChance(random, 0.5);
  if (begins) {
    const before = sinus.filter((time) => time < change - 0.45 * sinusSeconds);
    const last = before.at(-1)!;
    const trigger: AtrialEvent = {
      onsetSeconds: last + Math.max(0.55 * sinusSeconds, prSeconds + 0.3),
      form: 'ectopic',
    };
    const first = trigger.onsetSeconds + prSeconds + random.uniform(0.04, 0.12);
    const run = createRun(tachycardia, first, seconds + LEAD_IN_SECONDS, random);
    return toTimeline(
      run,
      before.map((time) => toSinus(time)),
      [trigger],
      tachycardia,
      prSeconds,
    );
  }
  const run = createRun(tachycardia, -LEAD_IN_SECONDS + random.uniform(0, tachycardia.intervalSeconds), change, random);
  const resume = run.at(-1)!.onsetSeconds + Math.min(1.7, sinusSeconds * random.uniform(1.1, 1.6));
  const shift = resume - (sinus.find((time) => time >= resume) ?? resume);
  const after = sinus.map((time) => time + shift).filter((time) => time >= resume - 1e-6);
  return toTimeline(
    run,
    after.map((time) => toSinus(time)),
    [],
    tachycardia,
    prSeconds,
  );
}

function drawTachycardia(qrsSeconds: number, random: Random): Tachycardia {
  const intervalSeconds = 60 / random.uniform(151, 215);
  const hidden = drawChance(random, 0.45);
  const retrogradeSeconds = hidden ? null : Math.min(qrsSeconds + random.uniform(-0.025, 0.05), 0.45 * intervalSeconds);
  return { intervalSeconds, retrogradeSeconds };
}

function createRun({ intervalSeconds }: Tachycardia, from: number, to: number, random: Random): VentricularEvent[] {
  const run: VentricularEvent[] = [];
  for (let time = from; time < to; time += intervalSeconds * (1 + 0.006 * random.gaussian())) {
    run.push({ onsetSeconds: time, kind: 'junctional', complex: 'conducted', atrial: null });
  }
  return run;
}

function toSinus(onsetSeconds: number): AtrialEvent {
  return { onsetSeconds, form: 'sinus' };
}

function toTimeline(
  run: readonly VentricularEvent[],
  sinus: readonly AtrialEvent[],
  others: readonly AtrialEvent[],
  { intervalSeconds, retrogradeSeconds }: Tachycardia,
  prSeconds = 0,
): Timeline {
  const conducted = sinus.map((atrial): VentricularEvent => ({
    onsetSeconds: atrial.onsetSeconds + prSeconds,
    kind: 'sinus',
    complex: 'conducted',
    atrial,
  }));
  const retrograde =
    retrogradeSeconds === null
      ? []
      : run.map(({ onsetSeconds }): AtrialEvent => ({
          onsetSeconds: onsetSeconds + retrogradeSeconds,
          form: 'retrograde',
        }));
  return {
    atrial: [...sinus, ...others, ...retrograde].sort((one, other) => one.onsetSeconds - other.onsetSeconds),
    ventricular: [...run, ...conducted].sort((one, other) => one.onsetSeconds - other.onsetSeconds),
    spikes: [],
    atrialWaves: null,
    meanRrSeconds: intervalSeconds,
  };
}
