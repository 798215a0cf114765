import { expect, it } from 'vitest';
import { createTestStudy } from '../../review/fixtures/testReview';
import type { PrototypeStudy } from '../../review/study';
import { createTestReview } from './fixtures/testReview';
import type { OpenReview } from './state';

async function begin(change: Partial<PrototypeStudy> = {}, watchMs = () => 0) {
  const { store, actions } = createTestReview({ watchMs });
  await actions.begin(createTestStudy({ seed: null, ...change }), { role: 'cardiologist', years: null });
  const open = () => store.getState().open as Extract<OpenReview, { kind: 'prototypes' }>;
  const shown = () => open().item?.id;
  const rate = async () => {
    await actions.answer({ question: 'representativeness', value: 4 }, { question: 'clarity', value: 4 });
  };
  return { store, actions, open, shown, rate };
}

it('goes through the items as they are listed, backwards too, and ends where none of them is left', async () => {
  const { actions, open, shown, rate } = await begin();
  const listed = [3, 0, 2].map((place) => open().order[place]!);
  expect(shown()).toBe('rating:morphology/0');
  await rate();
  actions.next(listed);
  expect(shown()).toBe('rating:morphology/2');
  await rate();
  actions.next(listed);
  expect(shown()).toBe('rating:morphology/3');
  await rate();
  actions.next(listed);
  expect(shown()).toBeUndefined();
  actions.previous(listed);
  expect(shown()).toBe('rating:morphology/2');
  actions.next();
  expect(shown()).toBe('rating:morphology/1');
});

it('comes back to what was skipped after all others that are listed', async () => {
  const { actions, open, shown, rate } = await begin();
  const listed = [1, 0].map((place) => open().order[place]!);
  actions.show('rating:morphology/1');
  await actions.skip(listed);
  expect(shown()).toBe('rating:morphology/0');
  await rate();
  actions.next(listed);
  expect(shown()).toBe('rating:morphology/1');
});

it('asks the training anew and keeps its first answers in the log', async () => {
  const { actions, open, shown, rate } = await begin({
    gate: 1,
    training: [{ prototype: 'morphology/9', classes: ['C0'], accepted: { clarity: [1] }, explanation: 'Noisy.' }],
  });
  await rate();
  actions.next();
  expect(shown()).toBeUndefined();
  await actions.restartTraining();
  expect(shown()).toBe('training:morphology/9');
  expect(open().folded.restarts).toBe(1);
  expect(open().entries).toHaveLength(3);
});

it('takes no answer that cannot be given any more, and no best beside another', async () => {
  const { actions, open } = await begin({ isClassHidden: true });
  await actions.answer({ question: 'clarity', value: 4 });
  expect(open().entries).toHaveLength(0);
  for (const item of [0, 1]) {
    actions.show(`rating:morphology/${item}`);
    await actions.answer({ question: 'class', value: 'C0' });
    await actions.answer({ question: 'mark', value: 'best' });
  }
  await actions.answer({ question: 'class', value: 'C1' });
  const marks = ['rating:morphology/0', 'rating:morphology/1'].map((id) => open().folded.items.get(id)!.answers);
  expect(marks.map(({ mark }) => mark)).toEqual([null, 'best']);
  expect(marks[1]!.class).toBe('C0');
});

it('counts the time for the item that the reader answered, not for one that gives way', async () => {
  let nowMs = 0;
  const { actions, open } = await begin({}, () => nowMs);
  await actions.answer({ question: 'mark', value: 'best' });
  actions.next();
  nowMs = 700;
  await actions.answer({ question: 'mark', value: 'best' });
  const spent = ['rating:morphology/0', 'rating:morphology/1'].map((id) => open().folded.items.get(id)!.elapsedMs);
  expect(spent).toEqual([0, 700]);
});

it('lists all again in another session, and leaves keys as the reader set them', async () => {
  const { store, actions } = await begin();
  actions.changeView({ classCode: 'C1', status: 'open', order: 'contribution', areKeysOn: false });
  await actions.begin(createTestStudy({ title: 'Another' }), { role: 'cardiologist', years: null });
  expect(store.getState().view).toEqual({ order: 'study', classCode: null, status: null, areKeysOn: false });
});
