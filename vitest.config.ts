import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,tools,training}/**/*.test.{ts,tsx}'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
