import { expect, it } from 'vitest';
import { createStudyPlan, type StudyPlan } from '../../../review/studyPlan';
import { findPlanFaults } from './planFaults';

const plan = (change: Partial<StudyPlan> = {}): StudyPlan => ({ ...createStudyPlan('seed'), title: 'A title', ...change });

it('finds nothing wrong with a plan that has a title', () => {
  expect(findPlanFaults(plan(), [])).toEqual([]);
});

it.each<[string, Partial<StudyPlan>, string]>([
  ['no title', { title: '  ' }, 'title'],
  ['no seed', { seed: '' }, 'seed'],
  ['no roles', { roles: [] }, 'roles'],
  ['no questions', { questions: [] }, 'questions'],
  ['no class', { classes: [] }, 'classes'],
  ['training without words', { training: [{ prototype: 'rhythm/0', accepted: {}, explanation: ' ' }] }, 'training'],
  ['an address that is none', { synchronisationUrl: 'example' }, 'synchronisation'],
  ['an address of another kind', { synchronisationUrl: 'javascript:alert(1)' }, 'synchronisation'],
  ['no ECG to read', { kind: 'reading' }, 'cases'],
])('finds %s', (_, change, fault) => {
  expect(findPlanFaults(plan(change), [])).toEqual([fault]);
});

it('asks a reading study for names of its ECGs, and for nothing that it does not use', () => {
  const reading = plan({ kind: 'reading', questions: [], classes: [] });
  expect(findPlanFaults(reading, [{ label: 'Case 1' }])).toEqual([]);
  expect(findPlanFaults(reading, [{ label: 'Case 1' }, { label: ' ' }])).toEqual(['labels']);
});
