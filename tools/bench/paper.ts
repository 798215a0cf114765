import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { buildPublishedSite, withBrowser, withServedSite } from '../servedSite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PORT = 4176;
const COMMON = ['--no-sandbox'];
/** Frames as fast as they can be made: the time between two is then what one costs. */
const UNLIMITED = [...COMMON, '--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** Times between frames while the paper moves, in milliseconds. */
export interface FrameTimes {
  readonly frames: number;
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
}

/** How fast the ECG's paper is drawn and moves in Chromium. */
export interface PaperFigures {
  /** From the moment at which the bytes of the files are there to the first frame with all traces, in milliseconds. */
  readonly firstDrawing: readonly number[];
  /** 12 × 1 magnified twice, at the screen's 60 frames a second. */
  readonly moving: Readonly<Record<string, FrameTimes>>;
  /** The same scrolled on in every frame, without the limit of the screen: what a frame costs. */
  readonly unlimited: FrameTimes;
}

const MOVES = {
  'by scrolling': scrollPaper,
  'by dragging': dragPaper,
  'while zooming': zoomPaper,
} as const;

/** Builds the app with its own model and gallery, and measures its paper. */
export async function measurePaper(runs: number): Promise<PaperFigures> {
  const site = join(root, '.cache/bench/paper');
  await buildPublishedSite(site);
  return withServedSite(site, PORT, async () => {
    const firstDrawing: number[] = [];
    const moving = await withBrowser({ args: COMMON }, async (browser) => {
      for (let run = 0; run < runs; run++) firstDrawing.push(await timeFirstDrawing(browser));
      return timeMoves(browser);
    });
    return { firstDrawing, moving, unlimited: await withBrowser({ args: UNLIMITED }, timeUnlimited) };
  });
}

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`http://localhost:${PORT}/?backend=wasm`);
  await page.getByRole('contentinfo').getByText(/is ready\.$/).waitFor();
  return page;
}

async function timeFirstDrawing(browser: Browser): Promise<number> {
  const page = await openPage(browser);
  await page.evaluate(() => {
    const { arrayBuffer } = File.prototype;
    File.prototype.arrayBuffer = async function () {
      const bytes = await arrayBuffer.call(this);
      performance.mark('read');
      return bytes;
    };
    const observer = new MutationObserver(() => {
      if (document.querySelectorAll('.ecg-figure .paper-trace').length < 12) return;
      observer.disconnect();
      // A task that is begun in a frame runs when the frame is done.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => performance.mark('drawn');
        port2.postMessage(null);
      });
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose ECG files' }).click();
  const record = join(root, 'public/samples/atrial-fibrillation');
  await (await chooser).setFiles([`${record}.hea`, `${record}.dat`]);
  await page.waitForFunction(() => performance.getEntriesByName('drawn').length > 0);
  const milliseconds = await page.evaluate(
    () => performance.getEntriesByName('drawn')[0]!.startTime - performance.getEntriesByName('read').at(-1)!.startTime,
  );
  await page.close();
  return milliseconds;
}

async function openMagnified(browser: Browser): Promise<Page> {
  const page = await openPage(browser);
  await page.getByRole('button', { name: 'Atrial fibrillation' }).click();
  await page.getByText(/^Computed in/).waitFor();
  await page.getByRole('radio', { name: '12 × 1' }).click();
  await page.getByRole('region', { name: /^ECG paper/ }).focus();
  // 125, 150, 200 %.
  for (let step = 0; step < 3; step++) await page.keyboard.press('+');
  await page.waitForTimeout(1000);
  return page;
}

async function timeMoves(browser: Browser): Promise<Record<string, FrameTimes>> {
  const page = await openMagnified(browser);
  const times: Record<string, FrameTimes> = {};
  for (const [name, move] of Object.entries(MOVES)) times[name] = await recordFrames(page, () => move(page));
  await page.close();
  return times;
}

async function timeUnlimited(browser: Browser): Promise<FrameTimes> {
  const page = await openMagnified(browser);
  const times = await recordFrames(page, () => page.waitForTimeout(4000), 12);
  await page.close();
  return times;
}

/**
 * Notes the time of every frame from now on, and moves the paper in each if asked to. As text, because compiled functions
 * bring helpers that a page does not have.
 */
const record = (pixelsAFrame: number): string => `
  window.recorder = { times: [], isOn: true };
  (function (recorder, paper) {
    let direction = 1;
    requestAnimationFrame(function note(now) {
      recorder.times.push(now);
      const before = paper.scrollLeft;
      if (${pixelsAFrame}) paper.scrollLeft += direction * ${pixelsAFrame};
      if (paper.scrollLeft === before) direction = -direction;
      if (recorder.isOn) requestAnimationFrame(note);
    });
  })(window.recorder, document.querySelector('.paper-scroll'));
`;

async function recordFrames(page: Page, act: () => Promise<void>, pixelsAFrame = 0): Promise<FrameTimes> {
  await page.evaluate(record(pixelsAFrame));
  await act();
  const times = await page.evaluate(() => {
    const { recorder } = window as unknown as { recorder: { times: number[]; isOn: boolean } };
    recorder.isOn = false;
    return recorder.times;
  });
  const intervals = times.slice(1).map((time, i) => time - times[i]!).sort((a, b) => a - b);
  const at = (share: number): number => intervals[Math.min(intervals.length - 1, Math.floor(share * intervals.length))]!;
  return { frames: intervals.length, p50: at(0.5), p95: at(0.95), longest: intervals.at(-1)! };
}

/** As by a finger, there and back. */
async function scrollPaper(page: Page): Promise<void> {
  const { x, y } = await paperMiddle(page);
  const session = await page.context().newCDPSession(page);
  for (const xDistance of [-900, 900, -900, 900]) {
    await session.send('Input.synthesizeScrollGesture', { x, y, xDistance, yDistance: 0, speed: 1200, gestureSourceType: 'touch' });
  }
  await session.detach();
}

async function dragPaper(page: Page): Promise<void> {
  const { x, y } = await paperMiddle(page);
  for (const direction of [-1, 1, -1, 1]) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 0; step < 60; step++) await page.mouse.move(x + direction * step * 8, y + direction * step * 2);
    await page.mouse.up();
  }
}

/** Nearer and back again about a point, by Ctrl and the wheel, without a rest. */
async function zoomPaper(page: Page): Promise<void> {
  const { x, y } = await paperMiddle(page);
  await page.mouse.move(x, y);
  await page.keyboard.down('Control');
  for (let step = 0; step < 80; step++) await page.mouse.wheel(0, step % 40 < 20 ? -3 : 3);
  await page.keyboard.up('Control');
}

async function paperMiddle(page: Page): Promise<{ x: number; y: number }> {
  const box = (await page.locator('.paper-scroll').boundingBox())!;
  return { x: box.x + box.width / 2, y: Math.min(700, box.y + box.height / 2) };
}
