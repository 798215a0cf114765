import { Problem } from '../ecg/problem';
import { findFiring } from '../explanation/firing';
import { type PrototypeKey, toPrototypeName } from '../explanation/prototypeKey';
import { BRANCHES } from '../model/branch';
import type { LoadedPack } from '../model/protocol';
import { type Draw, shuffle } from './draw';
import type { PrototypeStudy } from './study';

/** A prototype of a pack, by its name and with its classes. */
export interface NamedPrototype extends PrototypeKey {
  /** `morphology/151`. */
  readonly prototype: string;
  readonly classes: readonly string[];
}

/** All prototypes of a pack, in its order. */
export function listPrototypes({ manifest }: Pick<LoadedPack, 'manifest'>): readonly NamedPrototype[] {
  return BRANCHES.flatMap((branch) =>
    manifest.prototypes[branch].map(({ classes }, index) => ({ branch, index, prototype: toPrototypeName({ branch, index }), classes })),
  );
}

/**
 * The prototypes that a rule chooses, in the pack's order: all; or so many of each class, drawn, or those that fire most or
 * least. How much a prototype fires is the share of held-out ECGs without its class that are as similar to it as ECGs with
 * its class usually are. A joint prototype is chosen where either of its classes chooses it.
 *
 * @param classes only prototypes of these; null: of all.
 * @throws Problem where the rule needs a number that is missing, where a class has no prototype, and where firing was not
 *   measured for any prototype of a class.
 */
export function choosePrototypes(
  pack: Pick<LoadedPack, 'manifest' | 'similarityReference'>,
  { rule, countPerClass }: PrototypeStudy['selection'],
  classes: readonly string[] | null,
  draw: Draw,
): readonly NamedPrototype[] {
  const all = listPrototypes(pack);
  const codes = classes ?? [...new Set(all.flatMap((one) => one.classes))];
  const ofClass = (code: string) => all.filter((one) => one.classes.includes(code));
  const empty = codes.filter((code) => ofClass(code).length === 0);
  if (empty.length > 0) throw new Problem(`The model has no prototype of ${empty.join(', ')}: leave out what nobody can rate.`);
  if (rule === 'all') return all.filter((one) => one.classes.some((code) => codes.includes(code)));
  if (countPerClass === null) throw new Problem('Say how many prototypes of each class are to be rated.');

  const chosen = new Set<NamedPrototype>();
  const unmeasured: string[] = [];
  for (const code of codes) {
    const ranked = rule === 'perClass' ? shuffle(ofClass(code), draw) : rankByFiring(pack, ofClass(code), rule === 'mostFiring');
    if (ranked.length === 0) unmeasured.push(code);
    for (const one of ranked.slice(0, countPerClass)) chosen.add(one);
  }
  if (unmeasured.length > 0) {
    throw new Problem(
      `Nobody measured how much the prototypes of ${unmeasured.join(', ')} fire: leave these classes out, or choose by another rule.`,
    );
  }
  return all.filter((one) => chosen.has(one));
}

/** Those whose firing was measured, by how much they fire. */
function rankByFiring(
  { similarityReference }: Pick<LoadedPack, 'similarityReference'>,
  prototypes: readonly NamedPrototype[],
  isMostFirst: boolean,
): readonly NamedPrototype[] {
  return prototypes
    .flatMap((one) => {
      const among = findFiring(similarityReference, one)?.among;
      return among && among.kind !== 'tooFew' ? [{ one, percent: among.percent }] : [];
    })
    .sort((a, b) => (isMostFirst ? a.percent - b.percent : b.percent - a.percent))
    .map(({ one }) => one);
}
