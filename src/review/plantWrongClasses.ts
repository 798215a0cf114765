import { Problem } from '../ecg/problem';
import type { Manifest } from '../model/manifest';
import type { NamedPrototype } from './choosePrototypes';
import { type Draw, shuffle } from './draw';
import type { PrototypeStudy } from './study';

/**
 * Statements of PTB-XL that describe a form and name no finding of their own. They go with much else and are often left
 * unsaid: that a record does not carry one proves nothing.
 */
const OFTEN_UNSAID = new Set(['NDT', 'NST_', 'STD_', 'STE_', 'NT_', 'INVT', 'TAB_', 'LOWT', 'ABQRS', 'QWAVE', 'LVOLT', 'HVOLT']);

type Planted = PrototypeStudy['planted'][number];

/**
 * Prototypes with a class that is surely not theirs, drawn evenly. A wrong class is one of the same branch that the source
 * record does not carry, and that no record of the pack carries together with a class of the prototype: labels are often
 * incomplete, and what occurs together may be there unsaid. Nor is it one that only describes a form. A class under another heading is preferred, for those under
 * one heading can look alike. Prototypes that are not rated in their own right come first.
 *
 * @param rated names of the prototypes that are rated as what they are.
 * @param classes that the study shows: a planted one must not stand out.
 * @throws Problem where there are fewer such prototypes than asked for.
 */
export function plantWrongClasses(
  manifest: Manifest,
  prototypes: readonly NamedPrototype[],
  rated: ReadonlySet<string>,
  classes: ReadonlySet<string>,
  count: number,
  draw: Draw,
): readonly Planted[] {
  if (count === 0) return [];
  const findWrong = createWrongClasses(manifest, classes);
  const drawn = shuffle(prototypes, draw);
  const planted: Planted[] = [];
  for (const one of [...drawn.filter(({ prototype }) => !rated.has(prototype)), ...drawn.filter(({ prototype }) => rated.has(prototype))]) {
    if (planted.length === count) break;
    const wrong = findWrong(one);
    if (wrong.length === 0) continue;
    planted.push({ prototype: one.prototype, classes: [wrong[draw(wrong.length)]!], trueClasses: [...one.classes] });
  }
  if (planted.length < count) {
    throw new Problem(`Only ${planted.length} prototypes can be shown with a class that is surely wrong, not ${count}: plant fewer.`);
  }
  return planted;
}

function createWrongClasses(manifest: Manifest, shown: ReadonlySet<string>): (prototype: NamedPrototype) => readonly string[] {
  const labels = new Map(manifest.records.map(({ id, statements }) => [id, new Set(Object.keys(statements))]));
  const groups = new Map(manifest.statements.map(({ code, group }) => [code, group]));
  const companions = new Map<string, Set<string>>();
  for (const own of labels.values()) {
    for (const code of own) {
      const others = companions.get(code) ?? new Set();
      for (const other of own) others.add(other);
      companions.set(code, others);
    }
  }
  return ({ branch, index, classes }) => {
    const { record, sourceLabels } = manifest.prototypes[branch][index]!;
    const possible = new Set([...classes, ...sourceLabels, ...labels.get(record)!, ...classes.flatMap((code) => [...(companions.get(code) ?? [])])]);
    const wrong = manifest.branches
      .find(({ name }) => name === branch)!
      .classes.filter((code) => shown.has(code) && !possible.has(code) && !OFTEN_UNSAID.has(code));
    const apart = wrong.filter((code) => !classes.some((own) => groups.get(own) === groups.get(code)));
    return apart.length > 0 ? apart : wrong;
  };
}
