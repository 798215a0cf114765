// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';

/** @typedef {{ passed: number; failed: number; skipped: number }} Counts */

/**
 * Types, lint, unit and parity tests, browser tests; all of them even where one fails. Closes with counts.
 * @param {string} root
 * @param {string[]} only which of them to run; all unless named
 */
export function test(root, only) {
  const cache = join(root, '.cache');
  mkdirSync(cache, { recursive: true });
  /** @type {[string, () => Counts][]} */
  const steps = [
    ['types', () => check(root, ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'])],
    ['lint', () => check(root, ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'])],
    ['unit', () => unit(root, join(cache, 'vitest.json'))],
    ['training', () => training(root)],
    ['e2e', () => endToEnd(root, join(cache, 'playwright.json'))],
  ];
  /** @type {Counts} */
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, run] of steps) {
    if (only.length > 0 && !only.includes(name)) continue;
    console.log(`\n— ${name}`);
    const counts = run();
    console.log(`${name}: ${toText(counts)}`);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  console.log(`\n${toText(total)}`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** @param {Counts} counts */
const toText = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

/**
 * @param {string} root
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function run(root, args, env = {}) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
}

/**
 * A step that has one outcome.
 * @param {string} root
 * @param {string[]} args
 * @returns {Counts}
 */
function check(root, args) {
  return run(root, args) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * @param {string} root
 * @param {string} report
 * @returns {Counts}
 */
function unit(root, report) {
  rmSync(report, { force: true });
  const ok = run(root, [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return readCounts(ok, report, ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  }));
}

/**
 * The trainer's own tests, where a Python with its packages is.
 * @param {string} root
 * @returns {Counts}
 */
function training(root) {
  const python = [process.env.PYTHON_PATH, 'python3', '/usr/bin/python3'].find(
    (path) => path && spawnSync(path, ['-c', 'import torch, scipy']).status === 0,
  );
  if (!python) {
    console.log('Skipped: no Python with PyTorch and SciPy is here (training/requirements.txt; name one in PYTHON_PATH).');
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const { status, stderr } = spawnSync(python, ['-m', 'unittest', 'discover', '-s', 'training'], { cwd: root, encoding: 'utf8' });
  process.stdout.write(stderr);
  const countOf = (/** @type {RegExp} */ pattern) => Number(stderr.match(pattern)?.[1] ?? 0);
  const [failures, errors, skipped] = [/failures=(\d+)/, /errors=(\d+)/, /skipped=(\d+)/].map(countOf);
  const failed = status === 0 ? 0 : Math.max(1, failures + errors);
  return { passed: countOf(/Ran (\d+) tests?/) - failed - skipped, failed, skipped };
}

/**
 * @param {string} root
 * @param {string} report
 * @returns {Counts}
 */
function endToEnd(root, report) {
  rmSync(report, { force: true });
  let browser;
  try {
    browser = findChromium();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const ok = run(root, ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'], {
    CHROMIUM_PATH: browser,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  return readCounts(ok, report, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));
}

/**
 * The counts of a report; a run that failed without a failed test (a suite that did not load) counts as one failure.
 * @param {boolean} ok
 * @param {string} report
 * @param {(json: any) => Counts} toCounts
 * @returns {Counts}
 */
function readCounts(ok, report, toCounts) {
  try {
    const counts = toCounts(JSON.parse(readFileSync(report, 'utf8')));
    return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
