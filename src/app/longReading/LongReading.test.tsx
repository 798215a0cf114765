// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AppStore } from '../../store/appStore';
import { openPageWithResult } from '../../store/fixtures/testPage';
import { createTestWorld } from '../../store/fixtures/testWorld';
import { findShownRecording } from '../../store/selectors';
import { addEntries } from '../../store/worklist';
import { Notices } from '../Notices';
import { Worklist } from '../worklist/Worklist';
import { answer } from '../fixtures/answer';
import { findNamed } from '../fixtures/findNamed';
import { openApp } from '../fixtures/openApp';
import { press } from '../fixtures/press';
import { closePage, renderPage } from '../fixtures/renderPage';
import { stubBrowser } from '../fixtures/stubBrowser';
import { LazyLongReading } from './LazyLongReading';

beforeEach(() => stubBrowser());
afterEach(() => {
  closePage();
  vi.unstubAllGlobals();
});

/** Has a recording of a day on its way to the page. */
async function readDay({ store }: AppStore, share: number): Promise<void> {
  await answer(() => {
    const before = findShownRecording(store.getState());
    const [id] = addEntries({ store } as Parameters<typeof addEntries>[0], [[]]) as [number];
    const progress = { share, durationSeconds: 24 * 3600 };
    store.setState(({ worklist }) => ({
      worklist: {
        ...worklist,
        entries: worklist.entries.map((entry) => (entry.id === id ? { ...entry, names: ['day.ecg'], recording: { status: 'reading', files: [], progress } } : entry)),
      },
      recording: { status: 'reading', id, names: ['day.ecg'], before },
    }));
  });
}

it('tells on the first page how long the recording is and how far it is read, in place of asking for another', async () => {
  const page = await openApp(createTestWorld());
  await readDay(page, 0.4273);
  // Its code is loaded with the first long recording.
  await act(async () => void (await import('./LongReading')));
  findNamed('h2', 'Opening day.ecg');
  const bar = document.querySelector('.sheet [role="progressbar"]')!;
  expect(bar.getAttribute('aria-valuenow')).toBe('0.4273');
  expect(bar.getAttribute('aria-valuetext')).toBe('Reading 24 h of ECG: 42 %');
  expect(bar.textContent).toBe('Reading 24 h of ECG: 42 %');
  expect(document.body.textContent).not.toContain('Drop a 12-lead ECG here');
  expect(document.querySelector('.status-bar [role="progressbar"]')!.getAttribute('aria-valuenow')).toBe('0.4273');
});

it('is cancelled by its button, and says what stays', async () => {
  const page = await openPageWithResult();
  renderPage(
    page,
    <>
      <Notices />
      <LazyLongReading />
    </>,
  );
  await readDay(page, 0.1);
  await act(async () => void (await import('./LongReading')));
  findNamed('h2', 'Opening day.ecg');
  await press(findNamed('button', 'Cancel'));
  expect(page.store.getState().worklist.entries).toHaveLength(1);
  expect(document.body.textContent).toContain('The reading of day.ecg was cancelled; the ECG before it stays open.');
});

it('is cancelled in the worklist, where its row tells how far it is', async () => {
  const page = await openPageWithResult();
  renderPage(page, <Worklist />);
  await readDay(page, 0.999);
  expect(document.querySelector('.worklist')!.textContent).toContain('reading, 99 %');
  await press(findNamed('button', 'Cancel reading day.ecg'));
  expect(page.store.getState().worklist.entries.map(({ names }) => names)).toEqual([['1.hea']]);
});

it.each([
  [45, '45 s'],
  [38 * 60, '38 min'],
  [3 * 3600 + 20 * 60, '3 h 20 min'],
  [24 * 3600 - 20, '24 h'],
  [3599.9, '1 h'],
])('says the length of %d s as one speaks of it', async (durationSeconds, words) => {
  const { longReadingText } = await import('./longReadingText');
  expect(longReadingText.progress(durationSeconds, 0.5)).toBe(`Reading ${words} of ECG: 50 %`);
});
