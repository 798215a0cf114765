import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../../tools/synthetic/sentenceOf';
import { BRANCHES } from '../model/branch';
import type { Manifest } from '../model/manifest';
import type { PrototypeReference, SimilarityReference } from '../model/protocol';
import { createTestPack } from '../store/fixtures/testPack';
import { createPrototypeStudy, type PrototypeStudySettings } from './createPrototypeStudy';
import { readStudy } from './readStudy';

const demo = JSON.parse(readFileSync(new URL('../../public/models/demo/manifest.json', import.meta.url), 'utf8')) as Manifest;
const demoPack = { manifest: demo, sha256: 'cd'.repeat(32), similarityReference: null };
/** SR, AFIB of rhythm; two LVH of morphology; two NORM of global. All come from one record that carries LVH. */
const testPack = createTestPack();

const settings: PrototypeStudySettings = {
  title: 'Which ones serve',
  created: new Date('2026-03-01T13:05:00Z'),
  questions: ['representativeness', 'clarity'],
  isClassHidden: false,
  selection: { rule: 'all', countPerClass: null },
  classes: null,
  seed: 'k3',
  repeatShare: 0.1,
  plantedCount: 0,
  training: [],
  gate: null,
  roles: ['cardiologist'],
  synchronisation: null,
};
const namesOf = ({ items }: { readonly items: readonly { readonly prototype: string }[] }) => items.map(({ prototype }) => prototype);

describe('a study of prototypes', () => {
  it('can be read, and is the same for the same settings', () => {
    const study = createPrototypeStudy(demoPack, { ...settings, plantedCount: 5 });
    expect(readStudy(JSON.stringify(study))).toEqual(study);
    expect(createPrototypeStudy(demoPack, { ...settings, plantedCount: 5 })).toEqual(study);
    expect(study).toMatchObject({ title: 'Which ones serve', created: '2026-03-01T13:05:00.000Z', pack: { name: 'demo', sha256: 'cd'.repeat(32) } });
    expect(study.contentSha256).not.toBe(createPrototypeStudy(demoPack, { ...settings, plantedCount: 6 }).contentSha256);
  });

  it('of all prototypes has all of them in the pack’s order, with their classes', () => {
    const { items } = createPrototypeStudy(demoPack, settings);
    expect(items).toHaveLength(BRANCHES.reduce((total, branch) => total + demo.prototypes[branch].length, 0));
    expect(items[0]).toEqual({ prototype: 'rhythm/0', classes: demo.prototypes.rhythm[0]!.classes });
    expect(items.at(-1)!.prototype).toBe(`global/${demo.prototypes.global.length - 1}`);
  });

  it('of some classes has the prototypes of these', () => {
    const { items } = createPrototypeStudy(demoPack, { ...settings, classes: ['AFIB', 'LVH'] });
    expect(items.every(({ classes }) => classes.includes('AFIB') || classes.includes('LVH'))).toBe(true);
    const all = BRANCHES.flatMap((branch) => demo.prototypes[branch]);
    expect(items).toHaveLength(all.filter(({ classes }) => classes.includes('AFIB') || classes.includes('LVH')).length);
  });

  it('of a number a class has so many of each, drawn by the seed', () => {
    const draw = (seed: string) => createPrototypeStudy(demoPack, { ...settings, seed, selection: { rule: 'perClass', countPerClass: 2 } });
    const { items } = draw('a');
    for (const code of new Set(BRANCHES.flatMap((branch) => demo.prototypes[branch].flatMap(({ classes }) => classes)))) {
      expect(items.filter(({ classes }) => classes.includes(code)).length, code).toBeGreaterThanOrEqual(2);
    }
    const single = items.filter(({ classes }) => classes.join() === 'AFIB');
    expect(single).toHaveLength(2);
    expect(namesOf(draw('a'))).toEqual(namesOf({ items }));
    expect(namesOf(draw('b'))).not.toEqual(namesOf({ items }));
    const order = items.map(({ prototype }) => BRANCHES.indexOf(prototype.split('/')[0] as 'rhythm') * 10_000 + Number(prototype.split('/')[1]));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('is refused in one sentence where it cannot be', async () => {
    const refuse = (changed: Partial<PrototypeStudySettings>) => sentenceOf(() => createPrototypeStudy(demoPack, { ...settings, ...changed }));
    expect(await refuse({ classes: ['AFIB', 'XYZ'] })).toBe('The model has no prototype of XYZ: leave out what nobody can rate.');
    expect(await refuse({ classes: [] })).toBe('No prototype is left to be rated: choose more classes.');
    expect(await refuse({ selection: { rule: 'perClass', countPerClass: null } })).toBe('Say how many prototypes of each class are to be rated.');
    expect(await refuse({ title: '' })).toBe('This study is damaged: title cannot have the length 0.');
    expect(await refuse({ seed: null })).toBe('This study contradicts itself: repeats need a seed to be drawn with.');
    expect(await refuse({ gate: 0.8 })).toBe('This study contradicts itself: there is a gate but no training item.');
  });
});

describe('prototypes are chosen by how much they fire', () => {
  const PERCENTS = [5, 50, 95];
  /** A prototype whose usual similarity to its class `percent` of the other ECGs do not reach. */
  const firing = (percent: number, count = 50): PrototypeReference => ({
    with: { count, mean: percent, similarities: [percent, percent, percent] },
    without: { count: 100, mean: 50, similarities: [5, 50, 95] },
  });
  const reference: SimilarityReference = {
    percents: PERCENTS,
    prototypes: { rhythm: [firing(50), firing(50)], morphology: [firing(60), firing(20)], global: [firing(10), firing(90, 3)] },
  };
  const choose = (rule: 'mostFiring' | 'leastFiring', similarityReference: SimilarityReference | null, classes: string[] | null = null) =>
    createPrototypeStudy({ ...testPack, similarityReference }, { ...settings, selection: { rule, countPerClass: 1 }, classes });

  it('most: where most ECGs without the class are as similar as those with it', () => {
    expect(namesOf(choose('mostFiring', reference))).toEqual(['rhythm/0', 'rhythm/1', 'morphology/1', 'global/0']);
  });

  it('least: where fewest are; what nobody measured is not chosen', () => {
    expect(namesOf(choose('leastFiring', reference))).toEqual(['rhythm/0', 'rhythm/1', 'morphology/0', 'global/0']);
  });

  it('a class that nobody measured is told, and can be left out', async () => {
    const partly = { ...reference, prototypes: { ...reference.prototypes, rhythm: [firing(50, 3), firing(50)], global: [firing(10, 3), firing(90, 3)] } };
    expect(await sentenceOf(() => choose('mostFiring', partly))).toBe(
      'Nobody measured how much the prototypes of SR, NORM fire: leave these classes out, or choose by another rule.',
    );
    expect(namesOf(choose('mostFiring', partly, ['AFIB', 'LVH']))).toEqual(['rhythm/1', 'morphology/1']);
    expect(await sentenceOf(() => choose('mostFiring', null))).toMatch(/^Nobody measured .* SR, AFIB, LVH, NORM/);
  });
});

describe('a planted class', () => {
  const { planted, items } = createPrototypeStudy(demoPack, { ...settings, classes: ['AFIB', 'AFLT', 'CLBBB', 'LVH', 'IMI', 'NORM', 'DIG'], plantedCount: 12 });
  const sourceOf = (prototype: string) => {
    const [branch, index] = prototype.split('/') as ['rhythm', string];
    const own = demo.prototypes[branch][Number(index)]!;
    return { branch, own, labels: Object.keys(demo.records.find(({ id }) => id === own.record)!.statements) };
  };

  it('is wrong: its record does not carry it, nor does any record together with a class of the prototype', () => {
    expect(planted).toHaveLength(12);
    for (const { prototype, classes: [wrong], trueClasses } of planted) {
      const { own, labels } = sourceOf(prototype);
      expect(trueClasses).toEqual(own.classes);
      expect([...labels, ...own.sourceLabels, ...own.classes]).not.toContain(wrong);
      const together = demo.records.filter(({ statements }) => wrong! in statements && own.classes.some((code) => code in statements));
      expect(together).toEqual([]);
    }
  });

  it('is of the prototype’s branch and one that the study shows, so that it does not stand out', () => {
    const shown = new Set(items.flatMap(({ classes }) => classes));
    for (const { prototype, classes: [wrong] } of planted) {
      expect(demo.branches.find(({ name }) => name === sourceOf(prototype).branch)!.classes).toContain(wrong);
      expect(shown).toContain(wrong);
    }
  });

  it('is of another heading where it can be', () => {
    // AFIB stands under the heading of SR, LVH does not; no record carries anything.
    const branches = testPack.manifest.branches.map((branch) => ({ ...branch, classes: branch.name === 'rhythm' ? ['SR', 'AFIB', 'LVH'] : [] }));
    const records = testPack.manifest.records.map((record) => ({ ...record, statements: {} }));
    const pack = { ...testPack, manifest: { ...testPack.manifest, branches, records } };
    for (const seed of ['a', 'b', 'c', 'd']) {
      const made = createPrototypeStudy(pack, { ...settings, seed, plantedCount: 2 });
      expect(made.planted.map(({ classes }) => classes)).toEqual([['LVH'], ['LVH']]);
    }
  });

  it('never only describes a form, which may be there unsaid', () => {
    const forms = ['NDT', 'NST_', 'LOWT', 'ABQRS', 'QWAVE', 'TAB_'];
    const plantable = createPrototypeStudy(demoPack, { ...settings, classes: ['PVC', 'WPW', ...forms], plantedCount: 20 }).planted;
    expect(new Set(plantable.flatMap(({ classes }) => classes))).toEqual(new Set(['PVC', 'WPW']));
  });

  it('is of prototypes that are not rated in their own right while there are such', () => {
    const rated = new Set(namesOf({ items }));
    expect(planted.some(({ prototype }) => rated.has(prototype))).toBe(false);
    const all = createPrototypeStudy(demoPack, { ...settings, plantedCount: 3 });
    expect(all.planted).toHaveLength(3);
  });

  it('is refused where too few can be surely wrong', async () => {
    // One record that carries LVH alone, so AFIB can be planted on SR and the other way round, and nothing in the other branches.
    const branches = testPack.manifest.branches.map((branch) => ({ ...branch, classes: branch.name === 'rhythm' ? ['SR', 'AFIB'] : ['LVH'] }));
    const pack = { ...testPack, manifest: { ...testPack.manifest, branches } };
    const made = createPrototypeStudy(pack, { ...settings, plantedCount: 2 });
    expect([...made.planted].sort((a, b) => (a.prototype < b.prototype ? -1 : 1))).toEqual([
      { prototype: 'rhythm/0', classes: ['AFIB'], trueClasses: ['SR'] },
      { prototype: 'rhythm/1', classes: ['SR'], trueClasses: ['AFIB'] },
    ]);
    expect(await sentenceOf(() => createPrototypeStudy(pack, { ...settings, plantedCount: 3 }))).toBe(
      'Only 2 prototypes can be shown with a class that is surely wrong, not 3: plant fewer.',
    );
  });
});

describe('training', () => {
  const training: PrototypeStudySettings['training'] = [
    { prototype: { branch: 'morphology', index: 1 }, accepted: { clarity: [4, 5] }, explanation: 'Tall R waves in V5.' },
  ];

  it('has the pack’s classes, and its prototypes are not rated or planted afterwards', () => {
    const study = createPrototypeStudy(demoPack, { ...settings, training, gate: 1, plantedCount: 40 });
    expect(study.training).toEqual([
      { prototype: 'morphology/1', classes: demo.prototypes.morphology[1]!.classes, accepted: { clarity: [4, 5] }, explanation: 'Tall R waves in V5.' },
    ]);
    expect(namesOf(study)).not.toContain('morphology/1');
    expect(study.planted.map(({ prototype }) => prototype)).not.toContain('morphology/1');
  });

  it('is refused with a prototype that the model does not have', async () => {
    const missing = training.map((item) => ({ ...item, prototype: { branch: 'global' as const, index: 9999 } }));
    expect(await sentenceOf(() => createPrototypeStudy(demoPack, { ...settings, training: missing }))).toBe(
      'The model has no prototype global/9999 to train with.',
    );
  });
});

