import { describe, expect, it } from 'vitest';
import type { LedgerNotice } from '../store/noticeState';
import { text } from './text';
import { formatTime } from './time';

const time = '2026-03-01T13:05:00.000Z';
const sha256 = '1a2b3c4d'.repeat(8);
const notice: LedgerNotice = {
  kind: 'ledgerOpened',
  written: { name: 'demo', sha256, backend: 'webgpu', time },
  now: { name: 'demo', sha256, backend: 'webgpu' },
  statement: null,
  comparison: { isSameModel: true, isEqual: true, logits: 2e-7, probability: 0 },
};
const say = (change: Partial<LedgerNotice>) => text.ledgerFile.opened({ ...notice, ...change }, text.backend.name);
const origin = `This explanation was written on ${formatTime(new Date(time))} with demo (1a2b3c4d)`;

describe('the message about an explanation from a file', () => {
  it('says that it was computed again and is the same', () => {
    expect(say({})).toBe(
      `${origin}. Computed again here, every contribution and probability is the file’s (differences at most 2e-7).`,
    );
  });

  it('says by how much it differs, and that another backend computed', () => {
    const comparison = { isSameModel: true, isEqual: false, logits: 0.0031, probability: 2e-4 };
    expect(say({ comparison, now: { ...notice.now, backend: 'wasm' } })).toBe(
      `${origin}. Computed again here (WebAssembly here, WebGPU then), it differs from the file: contributions by up to 3e-3 logits, probabilities by up to 2e-4.`,
    );
  });

  it('says that another model serves, and what that one does not have', () => {
    const now = { name: 'other', sha256: '9'.repeat(64), backend: 'wasm' as const };
    const comparison = { isSameModel: false, isEqual: false, logits: null, probability: 0.31 };
    expect(say({ now, comparison })).toBe(
      `${origin}; here other (99999999) computed it anew, so its numbers differ from the file’s: probabilities by up to 3e-1.`,
    );
    expect(say({ now, statement: 'AFIB', comparison: { ...comparison, probability: null } })).toBe(
      `${origin}; here other (99999999) computed it anew, so its numbers differ from the file’s. other (99999999) does not have its statement AFIB.`,
    );
  });
});

it('a moment is told with its distance from UTC', () => {
  const moment = new Date('2026-03-01T13:05:00Z');
  const words = formatTime(moment);
  expect(words).toMatch(/^2026-0[23]-\d\d \d\d:\d\d UTC(?:[+−]\d+(?::\d\d)?)?$/);
  const [, hours] = /(\d\d):\d\d UTC/.exec(words)!;
  expect(Number(hours)).toBe(moment.getHours());
});
