import { expect, it } from 'vitest';
import { createStudyPlan, type StudyPlan } from '../../../review/studyPlan';
import { createTestPack } from '../../../store/fixtures/testPack';
import { toStudy } from './toStudy';

const pack = createTestPack();
const created = new Date('2026-03-01T13:05:00Z');
const plan = (change: Partial<StudyPlan> = {}): StudyPlan => ({ ...createStudyPlan('seed'), title: ' A title ', rule: 'all', ...change });

it('makes a study of prototypes of what was planned', () => {
  const training = [{ prototype: 'rhythm/1', accepted: { clarity: [4, 5], representativeness: [] }, explanation: ' Because. ' }] as const;
  const study = toStudy(pack, plan({ training, gate: 0.5, synchronisationUrl: ' https://example.org/db ' }), [], created);
  expect(study).toMatchObject({
    kind: 'prototypes',
    title: 'A title',
    seed: 'seed',
    created: '2026-03-01T13:05:00.000Z',
    selection: { rule: 'all', countPerClass: null },
    synchronisation: { url: 'https://example.org/db' },
    training: [{ prototype: 'rhythm/1', accepted: { clarity: [4, 5] }, explanation: 'Because.' }],
    gate: 0.5,
  });
  // No scores chosen: not judged.
  expect(study.kind === 'prototypes' && Object.keys(study.training[0]!.accepted)).toEqual(['clarity']);
  expect(study.kind === 'prototypes' && study.items.map(({ prototype }) => prototype)).not.toContain('rhythm/1');
});

it('makes no gate without training', () => {
  expect(toStudy(pack, plan({ gate: 0.8 }), [], created)).toMatchObject({ gate: null, synchronisation: null });
});

it('makes a reading study without anything but hashes, labels and truth of its ECGs', () => {
  const cases = [
    { ecgSha256: '1'.repeat(64), name: 'patient-name', label: ' Case 1 ', truth: ['AFIB'], isLeftOut: false },
    { ecgSha256: '2'.repeat(64), name: 'another-name', label: 'Case 2', truth: null, isLeftOut: false },
  ];
  const study = toStudy(pack, plan({ kind: 'reading' }), cases, created);
  expect(study).toMatchObject({
    kind: 'reading',
    statements: null,
    cases: [
      { ecgSha256: '1'.repeat(64), label: 'Case 1', truth: ['AFIB'] },
      { ecgSha256: '2'.repeat(64), label: 'Case 2', truth: null },
    ],
  });
  expect(JSON.stringify(study)).not.toMatch(/patient|another/);
});
