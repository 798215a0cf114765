import { describe, expect, it } from 'vitest';
import { createTestReadingStudy, createTestStudy, TEST_TRAINING } from './fixtures/testReview';
import { createCaseOrder, createOrder, type ItemKind, toCaseId } from './order';

const COUNT = 60;
const planted = [0, 1, 2].map((index) => ({ prototype: `rhythm/${index}`, classes: ['C1'], trueClasses: ['R'] }));
const study = createTestStudy({ count: COUNT, planted, repeatShare: 0.2, training: TEST_TRAINING });
const READERS = Array.from({ length: 12 }, (_, i) => i.toString(16).padStart(16, '0'));

const idsOf = (readerId: string) => createOrder(study, readerId).map(({ id }) => id);
const kindsOf = (readerId: string, kind: ItemKind) => createOrder(study, readerId).filter((item) => item.kind === kind);

describe('the order in which a reader is asked', () => {
  it('is reproduced from the study’s seed and the reader, digit by digit', () => {
    expect(idsOf(READERS[3]!)).toEqual(idsOf(READERS[3]!));
    // A change of the way of drawing would give every running study another order.
    const [first, second] = createOrder(createTestStudy({ count: 8 }), '00112233445566ff').map(({ prototype }) => prototype);
    expect([first, second]).toMatchInlineSnapshot(`
      [
        "morphology/4",
        "morphology/7",
      ]
    `);
  });

  it('differs between readers and between seeds', () => {
    const orders = new Set(READERS.map((id) => idsOf(id).join()));
    expect(orders.size).toBe(READERS.length);
    const reseeded = createTestStudy({ ...study, count: COUNT, seed: 'other' });
    expect(createOrder(reseeded, READERS[0]!).map(({ id }) => id)).not.toEqual(idsOf(READERS[0]!));
  });

  it('begins with the training as the study has it', () => {
    for (const id of READERS) expect(idsOf(id).slice(0, 2)).toEqual(['training:morphology/90', 'training:morphology/91']);
    expect(kindsOf(READERS[0]!, 'training')).toHaveLength(2);
  });

  it('has every item exactly once, planted ones with their wrong class', () => {
    for (const id of READERS) {
      expect(kindsOf(id, 'rating').map(({ prototype }) => prototype).sort()).toEqual(study.items.map(({ prototype }) => prototype).sort());
      expect(kindsOf(id, 'planted').map(({ prototype, classes }) => `${prototype} ${classes.join()}`).sort()).toEqual(['rhythm/0 C1', 'rhythm/1 C1', 'rhythm/2 C1']);
      expect(new Set(idsOf(id)).size).toBe(idsOf(id).length);
    }
  });

  it('repeats the share that the study wants, each at most once, at least 20 items behind the first time', () => {
    const repeated = new Set<string>();
    for (const reader of READERS) {
      const order = createOrder(study, reader);
      const repeats = order.filter(({ kind }) => kind === 'repeat');
      expect(repeats).toHaveLength(0.2 * COUNT);
      expect(new Set(repeats.map(({ id }) => id)).size).toBe(repeats.length);
      for (const repeat of repeats) {
        repeated.add(repeat.prototype);
        const first = order.findIndex(({ id }) => id === `rating:${repeat.prototype}`);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(order[first]!.classes).toEqual(repeat.classes);
        expect(order.indexOf(repeat) - first).toBeGreaterThan(20);
      }
    }
    // Not always the same ones.
    expect(repeated.size).toBeGreaterThan(0.5 * COUNT);
  });

  it('keeps half of a short study between an item and its repeat', () => {
    const short = createTestStudy({ count: 10, repeatShare: 0.4 });
    for (const reader of READERS) {
      const order = createOrder(short, reader);
      expect(order).toHaveLength(14);
      for (const repeat of order.filter(({ kind }) => kind === 'repeat')) {
        const first = order.findIndex(({ id }) => id === `rating:${repeat.prototype}`);
        expect(order.indexOf(repeat) - first).toBeGreaterThan(5);
      }
    }
  });

  it('puts each item everywhere about equally often', () => {
    const few = createTestStudy({ count: 4 });
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 2000; i++) counts[createOrder(few, `reader ${i}`).findIndex(({ prototype }) => prototype === 'morphology/0')]!++;
    // 500 each, standard deviation 19.
    for (const count of counts) expect(Math.abs(count - 500)).toBeLessThan(80);
  });

  it('is the study’s own where there is no seed', () => {
    const open = createTestStudy({ count: 5, seed: null });
    expect(createOrder(open, READERS[0]!).map(({ prototype }) => prototype)).toEqual(open.items.map(({ prototype }) => prototype));
  });
});

describe('the order in which ECGs are read', () => {
  const reading = createTestReadingStudy({
    cases: Array.from({ length: 30 }, (_, i) => ({ ecgSha256: i.toString(16).padStart(64, '0'), label: `Case ${i}`, truth: null })),
  });

  it('has every ECG once and is each reader’s own', () => {
    const orders = READERS.map((id) => createCaseOrder(reading, id));
    for (const order of orders) expect([...order].sort((a, b) => a - b)).toEqual(reading.cases.map((_, place) => place));
    expect(new Set(orders.map((order) => order.join())).size).toBe(READERS.length);
    expect(createCaseOrder(reading, READERS[0]!)).toEqual(orders[0]);
    expect(createCaseOrder(createTestReadingStudy({ seed: null }), READERS[0]!)).toEqual([0, 1, 2]);
    expect(toCaseId(3)).toBe('case:3');
  });
});
