import type { Random } from '../../../tools/synthetic/random';
import { drawChance } from '../random';
import type { AtrialEvent, Timeline, VentricularEvent } from './timeline';

/** Which premature complexes, and in what order they follow the others. */
export interface Ectopy {
  readonly origin: 'atrial' | 'ventricular';
  /** After how many other beats each comes: 1 in bigeminy, 2 in trigeminy; null where they come now and then. */
  readonly every: number | null;
}

/** The premature complexes that the statements ask for. A pattern carries the origin that is named beside it. */
export function findEctopy(codes: ReadonlySet<string>, random: Random): Ectopy[] {
  const every = codes.has('BIGU') ? 1 : codes.has('TRIGU') ? 2 : null;
  const unnamed = drawChance(random, 0.5) ? 'atrial' : 'ventricular';
  if (every !== null) {
    const origin = codes.has('PVC') || !codes.has('PAC') ? 'ventricular' : 'atrial';
    return [{ origin, every }];
  }
  const found: Ectopy[] = [];
  if (codes.has('PAC')) found.push({ origin: 'atrial', every: null });
  if (codes.has('PVC')) found.push({ origin: 'ventricular', every: null });
  if (codes.has('PRC(S)') && found.length === 0) found.push({ origin: unnamed, every: null });
  return found;
}

/** The timeline with premature complexes; at least one of each kind lies well within the recording. */
export function addEctopy(
  timeline: Timeline,
  ectopy: readonly Ectopy[],
  prSeconds: number,
  seconds: number,
  random: Random,
): Timeline {
  return ectopy.reduce((changed, { origin, every }) => {
    const chosen = chooseBeats(changed, every, seconds, random);
    return chosen.reduceRight(
      (current, index) =>
        origin === 'atrial'
          ? insertAtrial(current, index, prSeconds, random)
          : insertVentricular(current, index, random),
      changed,
    );
  }, timeline);
}

/** The indices of the beats after which a premature one comes. */
function chooseBeats(
  { ventricular, meanRrSeconds }: Timeline,
  every: number | null,
  seconds: number,
  random: Random,
): number[] {
  if (every !== null) {
    // An extrasystole takes the place of one beat, so that the pattern repeats after `every` beats and that one.
    const first = Math.floor(random.uniform(0, every + 1));
    return ventricular.flatMap((_, index) => (index > first && (index - first) % (every + 1) === 0 ? [index] : []));
  }
  const eligible = ventricular.flatMap(({ onsetSeconds, kind }, index) => {
    const next = ventricular[index + 1]?.kind;
    const calm = kind !== 'ventricular' && kind !== 'atrial' && next !== 'ventricular' && next !== 'atrial';
    return calm && onsetSeconds > 0.4 && onsetSeconds < seconds - 1.15 * meanRrSeconds - 0.5 ? [index] : [];
  });
  const wanted = 1 + Math.floor(Math.min(random.uniform(0, 4), random.uniform(0, 4)));
  const chosen: number[] = [];
  for (let attempt = 0; attempt < 20 && chosen.length < wanted && eligible.length > 0; attempt++) {
    const index = eligible[Math.floor(random.uniform(0, eligible.length))]!;
    if (chosen.every((other) => Math.abs(other - index) > 2)) chosen.push(index);
  }
  return chosen.sort((one, other) => one - other);
}

/**
 * A premature ventricular complex after a beat; the next sinus P finds the ventricles refractory: compensatory pause.
 */
function insertVentricular(timeline: Timeline, index: number, random: Random): Timeline {
  const before = timeline.ventricular[index]!;
  const next = timeline.ventricular[index + 1];
  if (!next) return timeline;
  const interval = next.onsetSeconds - before.onsetSeconds;
  const coupling = Math.max(0.34, interval * random.uniform(0.5, 0.72));
  const premature: VentricularEvent = {
    onsetSeconds: before.onsetSeconds + Math.min(coupling, 0.85 * interval),
    kind: 'ventricular',
    complex: drawChance(random, 0.12) ? 'otherPremature' : 'premature',
    atrial: null,
  };
  const ventricular = [...timeline.ventricular];
  if (next.atrial !== null) {
    ventricular.splice(index + 1, 1, premature);
    return { ...timeline, ventricular };
  }
  // Without P waves the beats that follow are merely late.
  ventricular.splice(index + 1, 0, premature);
  const delay = Math.max(0, premature.onsetSeconds + interval * random.uniform(1, 1.25) - next.onsetSeconds);
  return { ...timeline, ventricular: ventricular.map((event, at) => (at > index + 1 ? move(event, delay) : event)) };
}

/** A premature atrial complex: an early P of another form, and a sinus node that starts anew from there. */
function insertAtrial(timeline: Timeline, index: number, prSeconds: number, random: Random): Timeline {
  const before = timeline.ventricular[index]!;
  const next = timeline.ventricular[index + 1];
  if (!next || next.atrial === null || before.atrial === null) return timeline;
  const interval = next.atrial.onsetSeconds - before.atrial.onsetSeconds;
  const early = before.atrial.onsetSeconds + Math.max(interval * random.uniform(0.58, 0.76), prSeconds + 0.26);
  const atrialEvent: AtrialEvent = {
    onsetSeconds: Math.min(early, next.atrial.onsetSeconds - 0.14 * interval),
    form: 'ectopic',
  };
  const premature: VentricularEvent = {
    onsetSeconds: atrialEvent.onsetSeconds + prSeconds * random.uniform(0.92, 1.15),
    kind: 'atrial',
    complex: 'conducted',
    atrial: atrialEvent,
  };
  // The beat that it takes the place of is dropped; the following sinus P comes a little more than an interval later.
  const following = timeline.ventricular[index + 2]?.atrial;
  const delay = following
    ? atrialEvent.onsetSeconds + interval * random.uniform(1.07, 1.3) - following.onsetSeconds
    : 0;
  const isLater = (event: { readonly onsetSeconds: number }): boolean =>
    event.onsetSeconds > next.atrial!.onsetSeconds + 1e-9;
  const moved = new Map(timeline.atrial.filter(isLater).map((event) => [event, move(event, delay)] as const));
  const atrial = timeline.atrial.flatMap((event) =>
    event === next.atrial ? [atrialEvent] : [moved.get(event) ?? event],
  );
  const ventricular = timeline.ventricular.flatMap((event, at) => {
    if (at === index + 1) return [premature];
    if (at <= index) return [event];
    return [{ ...move(event, delay), atrial: event.atrial ? (moved.get(event.atrial) ?? event.atrial) : null }];
  });
  return { ...timeline, atrial, ventricular };
}

function move<Event extends { readonly onsetSeconds: number }>(event: Event, delay: number): Event {
  return { ...event, onsetSeconds: event.onsetSeconds + delay };
}
