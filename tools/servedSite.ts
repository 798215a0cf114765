import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type LaunchOptions } from '@playwright/test';
import { build, preview } from 'vite';
import { findChromium } from './chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds the app as it is published, into a folder. */
export async function buildPublishedSite(outDir: string): Promise<void> {
  await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } });
}

/** Serves a built app at `http://localhost:<port>` while it is used, with the headers that let the page use threads. */
export async function withServedSite<T>(outDir: string, port: number, work: () => Promise<T>): Promise<T> {
  const server = await preview({ root, logLevel: 'warn', build: { outDir }, preview: { port, strictPort: true } });
  try {
    return await work();
  } finally {
    await server.close();
  }
}

/** Starts a Chromium while it is used. @throws Error where none is found. */
export async function withBrowser<T>(options: LaunchOptions, work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ ...options, executablePath: findChromium() });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}
