import type { StudyDraft } from './study';

/** What in a study cannot be, as the end of a sentence; undefined where it can be done as it stands. */
export function findContradiction(study: StudyDraft): string | undefined {
  const twiceRole = findTwice(study.roles);
  if (twiceRole !== undefined) return `the role “${twiceRole}” occurs twice`;
  if (study.kind === 'reading') {
    const twice = findTwice(study.cases.map(({ ecgSha256 }) => ecgSha256));
    if (twice !== undefined) return `the ECG ${twice.slice(0, 8)} occurs twice`;
    const label = findTwice(study.cases.map((one) => one.label));
    return label === undefined ? undefined : `two cases are called “${label}”`;
  }
  const { items, planted, training, seed, repeatShare, gate } = study;
  for (const list of [items, planted, training]) {
    const twice = findTwice(list.map(({ prototype }) => prototype));
    if (twice !== undefined) return `the prototype ${twice} occurs twice`;
  }
  const right = planted.find(({ classes, trueClasses }) => classes.some((code) => trueClasses.includes(code)));
  if (right) return `the planted class of ${right.prototype} is its own`;
  if (seed === null && repeatShare > 0) return 'repeats need a seed to be drawn with';
  if (seed === null && planted.length > 0) return 'planted items need a seed to be mixed with the others';
  if (gate !== null && training.length === 0) return 'there is a gate but no training item';
  return undefined;
}

function findTwice(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) return name;
    seen.add(name);
  }
  return undefined;
}
