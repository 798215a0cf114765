import { defineConfig } from '@playwright/test';
import { PORTS } from './e2e/support/places';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results/playwright',
  // Two slow cores and a software GPU: one test at a time, and patience.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 45_000 },
  forbidOnly: !!process.env.CI,
  use: {
    baseURL: `http://localhost:${PORTS.isolated}`,
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Where there is no GPU, this offers WebGPU in software.
        '--enable-unsafe-webgpu',
      ],
    },
  },
  webServer: {
    command: 'node --import tsx e2e/serve.ts',
    // Served last: when it answers, all answer.
    url: `http://localhost:${PORTS.plain}`,
    timeout: 300_000,
    stdout: 'ignore',
    reuseExistingServer: !!process.env.REUSE_SERVER,
  },
});
