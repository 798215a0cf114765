import { type ComparedExplanations, type ComparedPrototype, toLogitShift } from '../../explanation/compareExplanations';
import { toPrototypeName } from '../../explanation/prototypeKey';
import { formatLogit, formatShare } from '../../viewer/format';

const LEADING_COUNT = 3;
/** A difference of logits that is not worth an account, in logits. */
const HARDLY_ANYTHING = 0.05;

/**
 * What moves a statement's logit away from that of the compared ECG: to which prototypes this ECG is more or less alike,
 * how much of the shift they carry, and what works the other way. Which ECG is the earlier one is not said: nobody knows.
 */
export function toComparisonSentence(compared: ComparedExplanations): string {
  const { one, logit } = compared;
  const { raising, lowering, raised, lowered } = toLogitShift(compared);
  const values = `${formatLogit(logit.one)} against ${formatLogit(logit.other)}`;
  if (Math.abs(logit.difference) < HARDLY_ANYTHING) {
    const both = raised < HARDLY_ANYTHING ? '' : ` ${formatLogit(raised)} raises it and ${formatLogit(lowered)} lowers it.`;
    return `The logit of ${one.code} hardly differs between the two ECGs: ${values}.${both}`;
  }
  const isHigher = logit.difference > 0;
  const [with_, against] = isHigher ? [raising, lowering] : [lowering, raising];
  const [sum, contrary] = isHigher ? [raised, lowered] : [lowered, raised];
  const leading = with_.slice(0, LEADING_COUNT);
  const share = leading.reduce((part, { difference }) => part + difference, 0) / sum;
  const size = formatLogit(Math.abs(logit.difference)).replace('+', '');
  const parts = [
    `The logit of ${one.code} is ${size} ${isHigher ? 'higher' : 'lower'} than in the compared ECG: ${values}`,
    `This ECG is ${toLikeness(leading)}: ${formatShare(share)} of the ${formatLogit(sum)} that ${isHigher ? 'raises' : 'lowers'} it`,
    Math.abs(contrary) < HARDLY_ANYTHING
      ? `Hardly anything ${isHigher ? 'lowers' : 'raises'} it (${formatLogit(contrary)})`
      : `${formatLogit(contrary)} ${isHigher ? 'lowers' : 'raises'} it, most of all that this ECG is ${toLikeness(against.slice(0, 1))}`,
  ];
  return parts.map((part) => `${part}.`).join(' ');
}

/** "more like rhythm/28 and rhythm/29 (AFIB) and less like morphology/3 (NORM)" */
function toLikeness(prototypes: readonly ComparedPrototype[]): string {
  const isMore = ({ here, there }: ComparedPrototype): boolean => here.similarity >= there.similarity;
  const more = prototypes.filter(isMore);
  const less = prototypes.filter((own) => !isMore(own));
  return [...(more.length > 0 ? [`more like ${toNames(more)}`] : []), ...(less.length > 0 ? [`less like ${toNames(less)}`] : [])].join(' and ');
}

/** Names with their classes; equal classes stand once. */
function toNames(prototypes: readonly ComparedPrototype[]): string {
  const classesOf = ({ here }: ComparedPrototype): string => here.classes.join(' + ');
  const groups = [...new Set(prototypes.map(classesOf))];
  return toList(
    groups.map((classes) => `${toList(prototypes.filter((own) => classesOf(own) === classes).map(({ here }) => toPrototypeName(here)))} (${classes})`),
  );
}

function toList(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
