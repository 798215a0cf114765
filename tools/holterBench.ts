import { mkdtemp, rm, stat } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { runCommand } from './cli';
import { buildPublishedSite, withBrowser, withServedSite } from './servedSite';
import { createSyntheticEcg } from './synthetic/ecg';
import { writeEdf } from './synthetic/edf/edfWriter';
import { writeIshne } from './synthetic/ishne/ishneWriter';
import { writeLongFile } from './synthetic/writeLongFile';

const PORT = 4178;
const HOURS = 24;
const SAMPLING_RATE_HZ = 200;
const PART_SECONDS = 600;
/** Longer than this, a page feels stuck. */
const LONGEST_TASK_MS = 200;

/** A day of twelve leads at 200 Hz in both formats in which such recordings are read: 415 MB each. */
async function writeDays(folder: string): Promise<readonly string[]> {
  const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: SAMPLING_RATE_HZ, seconds: PART_SECONDS });
  const parts = (HOURS * 3600) / PART_SECONDS;
  const ishne = writeIshne(ecg, { sampleCount: HOURS * 3600 * SAMPLING_RATE_HZ });
  const edf = writeEdf(ecg, { recordCount: String(HOURS * 3600) });
  await writeLongFile(join(folder, 'day.ecg'), { bytes: ishne.bytes, samplesAt: 522 }, parts);
  await writeLongFile(join(folder, 'day.edf'), { bytes: edf.bytes, samplesAt: 256 * 13 }, parts);
  return ['day.ecg', 'day.edf'].map((name) => join(folder, name));
}

/**
 * Seconds from choosing a file to its overview, and the page's longest task while it was read, in milliseconds; 0 where
 * none took the 50 ms from which browsers tell of them.
 */
async function openDay(browser: Browser, path: string): Promise<{ readonly seconds: number; readonly longestTaskMs: number }> {
  const page = await browser.newPage();
  await page.goto(`http://localhost:${PORT}/?backend=wasm`);
  await page.getByText('is ready.').waitFor();
  await page.evaluate(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ['longtask'] });
    Object.assign(window, { tasks });
  });
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose ECG files' }).click();
  const start = performance.now();
  await (await chooser).setFiles(path);
  await page.getByText(/Reading 24 h of ECG: 9\d %/).waitFor({ timeout: 300_000 });
  const longestTaskMs = await page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks));
  await page.getByRole('region', { name: 'Whole recording' }).waitFor({ timeout: 60_000 });
  const seconds = (performance.now() - start) / 1000;
  await page.close();
  return { seconds, longestTaskMs };
}

await runCommand(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holter-'));
  try {
    const [{ model: processor }] = cpus();
    console.log(`${processor}, ${cpus().length} cores; a day of twelve leads at ${SAMPLING_RATE_HZ} Hz, opened in the page`);
    const site = join(folder, 'site');
    await buildPublishedSite(site);
    for (const path of await writeDays(folder)) {
      const { size } = await stat(path);
      const { seconds, longestTaskMs } = await withServedSite(site, PORT, () => withBrowser({ args: ['--no-sandbox'] }, (browser) => openDay(browser, path)));
      console.log(
        `${path.slice(-3).toUpperCase()}, ${Math.round(size / 1e6)} MB: overview after ${seconds.toFixed(0)} s, ` +
          `${longestTaskMs === 0 ? 'no task of the page of 50 ms or more' : `longest task of the page ${longestTaskMs.toFixed(0)} ms`} while reading; ` +
          `≤ ${LONGEST_TASK_MS} ms: ${longestTaskMs <= LONGEST_TASK_MS ? 'met' : 'NOT MET'}`,
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
