import { createStream } from '../random';
import { drawPerson } from './drawPerson';
import { drawStatements, type Propensities } from './drawStatements';

/** The share of patients with each statement, 0 to 1. */
export function toPrevalence(patients: readonly { readonly statements: readonly string[] }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { statements } of patients) {
    for (const code of statements) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return new Map(Array.from(counts, ([code, count]) => [code, count / patients.length]));
}

/**
 * Finds the propensities with which statements come out as often as they should, by iterative proportional fitting:
 * draw, compare, scale each by how far it is off, and again.
 * @param target share of ECGs for each statement, 0 to 1.
 * @param rounds how often to draw; each draws `count` patients.
 */
export function calibrate(target: ReadonlyMap<string, number>, rounds: number, count: number): Propensities {
  let propensities: Propensities = Object.fromEntries(target);
  for (let round = 0; round < rounds; round++) {
    const random = createStream(round + 1000, 'calibration');
    const patients = Array.from({ length: count }, () => {
      const { ageYears, sex } = drawPerson(random);
      return { statements: drawStatements(random, ageYears, sex, propensities) };
    });
    const observed = toPrevalence(patients);
    // Ever smaller steps, so that the scatter of a round averages out.
    const power = 0.8 / (1 + round / 8);
    const step = (code: string) => (target.get(code)! / Math.max(observed.get(code) ?? 0, 1e-4)) ** power;
    propensities = Object.fromEntries(
      Object.entries(propensities).map(([code, odds]) => [code, odds * Math.min(5, Math.max(0.2, step(code)))]),
    );
  }
  return propensities;
}
