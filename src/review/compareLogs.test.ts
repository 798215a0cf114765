import { expect, it } from 'vitest';
import { compareLogs } from './compareLogs';
import { createEntry } from './log';
import type { LogEntry } from './logEntry';

function toLog(...items: readonly string[]): LogEntry[] {
  const log: LogEntry[] = [];
  for (const item of items) {
    const content = { seq: log.length, time: '2026-03-01T09:00:00.000Z', elapsedMs: 0, event: { kind: 'skipped' as const, item } };
    log.push(createEntry(log.at(-1)?.hash ?? '0'.repeat(64), content));
  }
  return log;
}

it.each([
  [[], [], { outcome: 'same', common: 0 }],
  [['a', 'b'], ['a', 'b'], { outcome: 'same', common: 2 }],
  [[], ['a'], { outcome: 'continued', common: 0 }],
  [['a'], ['a', 'b', 'c'], { outcome: 'continued', common: 1 }],
  [['a', 'b', 'c'], ['a', 'b'], { outcome: 'behind', common: 2 }],
  [['a', 'b', 'c'], ['a', 'x'], { outcome: 'forked', common: 1 }],
  [['a', 'b'], ['a', 'x', 'b'], { outcome: 'forked', common: 1 }],
  [['a'], ['x'], { outcome: 'forked', common: 0 }],
] as const)('tells how %j stands to %j', (first, second, comparison) => {
  expect(compareLogs(toLog(...first), toLog(...second))).toEqual(comparison);
});

it('never takes a log for a continuation whose last common entries only look alike', () => {
  expect(compareLogs(toLog('a', 'b', 'c'), toLog('x', 'b', 'c', 'd'))).toEqual({ outcome: 'forked', common: 0 });
});
