import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';
import { build } from 'vite';
import type { BackendName } from '../../src/model/protocol';
import { findChromium } from '../chromium.mjs';
import { withBrowser, withServedSite } from '../servedSite';
import { type Timing, toTiming } from './measure';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PORT = 4175;

/** What was measured in Chromium, in milliseconds. */
export interface BrowserFigures {
  /** From navigation to the first text or picture, with the pack loading behind it. */
  readonly firstContentfulPaint: Timing;
  readonly backends: Readonly<Record<'wasm' | 'webgpu', BackendFigures | string>>;
}

/** One backend in the page's worker. */
export interface BackendFigures {
  /** Fetching, verifying, starting the backend and checking its answer to the golden input. */
  readonly load: number;
  readonly first: number;
  readonly warm: Timing;
}

/** Builds the app, hosts it with the pack, and measures it in a real browser. */
export async function measureBrowser(packFolder: string, runs: number): Promise<BrowserFigures | string> {
  try {
    findChromium();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const site = join(root, '.cache/bench/site');
  await buildSite(site, packFolder);
  return withServedSite(site, PORT, () =>
    withBrowser({ args: ['--no-sandbox', '--enable-unsafe-webgpu'] }, async (browser) => ({
      firstContentfulPaint: await timeFirstPaint(browser, 5),
      backends: { wasm: await timeWorker(browser, 'wasm', runs), webgpu: await timeWorker(browser, 'webgpu', 3) },
    })),
  );
}

async function buildSite(site: string, packFolder: string): Promise<void> {
  await rm(site, { recursive: true, force: true });
  await build({
    root,
    logLevel: 'error',
    build: {
      outDir: site,
      emptyOutDir: true,
      // Two pages that share code: neither may bring the other's along.
      rolldownOptions: {
        input: [join(root, 'index.html'), join(root, 'e2e/harness/index.html')],
        output: { codeSplitting: true },
      },
    },
  });
  await mkdir(join(site, 'models'), { recursive: true });
  await cp(packFolder, join(site, 'models/bench'), { recursive: true });
  await writeFile(join(site, 'models/index.json'), '{ "packs": ["bench"] }');
}

async function timeFirstPaint(browser: Browser, runs: number): Promise<Timing> {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`http://localhost:${PORT}/?backend=wasm`);
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    times.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime));
    await context.close();
  }
  return toTiming(times);
}

async function timeWorker(browser: Browser, backend: BackendName, runs: number): Promise<BackendFigures | string> {
  const context = await browser.newContext();
  const page = await context.newPage();
  try {
    await page.goto(`http://localhost:${PORT}/e2e/harness/index.html`);
    const { load, first, times } = await page.evaluate(
      async ({ backend, runs }) => {
        const client = window.createInferenceClient();
        const start = performance.now();
        await client.load(new URL('/models/bench/', location.href).href, [backend], () => undefined);
        const load = performance.now() - start;
        const input = Float32Array.from({ length: 12_000 }, (_, i) => Math.sin(i * 0.07) * 0.4);
        const { milliseconds: first } = await client.predict([input]);
        const times: number[] = [];
        for (let i = 0; i < runs; i++) times.push((await client.predict([input])).milliseconds);
        client.dispose();
        return { load, first, times };
      },
      { backend, runs },
    );
    return { load, first, warm: toTiming(times) };
  } catch (error) {
    return error instanceof Error ? error.message.split('\n')[0] : String(error);
  } finally {
    await context.close();
  }
}
