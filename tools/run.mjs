// @ts-check
// The one door to every command: it must run on a fresh clone, so it uses nothing but Node until packages are installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [command = '', ...rest] = process.argv.slice(2);

requireNode();
installWhatIsMissing();

/** @type {Record<string, () => Promise<void> | void>} */
const commands = {
  start: async () => (await import('./start.mjs')).start(root),
  test: async () => (await import('./test.mjs')).test(root, rest),
  build: () => runHere(['node_modules/vite/bin/vite.js', 'build', ...rest], root),
  pack: () => runTool('pack'),
  explain: () => runTool('explain'),
  read: () => runTool('read'),
  fuzz: () => runTool('fuzz'),
  bench: () => runTool('bench'),
  'bench-paper': () => runTool('paperBench'),
  'bench-merge': () => runTool('mergeBench'),
  'bench-read': () => runTool('readBench'),
  'bench-holter': () => runTool('holterBench'),
  'measure-accuracy': () => runTool('measurementAccuracy'),
  'measure-quality': () => runTool('qualityAccuracy'),
  pictures: () => runTool('pictures'),
};

if (!Object.hasOwn(commands, command)) {
  console.error(`There is no command "${command}"; there are ${Object.keys(commands).join(', ')}.`);
  process.exit(1);
}
await commands[command]();

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`This needs Node 20.19 or newer; here is ${process.versions.node}.`);
    process.exit(1);
  }
}

/** Installs the packages of the lock file unless exactly these were installed before. */
function installWhatIsMissing() {
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  const stamp = join(root, 'node_modules', '.installed-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing packages (only when they changed) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('The packages could not be installed; is there a network?');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

/**
 * A command-line tool, run where the user stands, so that relative paths mean what they seem to.
 * @param {string} name
 */
function runTool(name) {
  const tsx = new URL('../node_modules/tsx/dist/esm/index.mjs', import.meta.url).href;
  runHere(['--import', tsx, join(root, 'tools', `${name}.ts`), ...rest], process.env.INIT_CWD ?? process.cwd());
}

/**
 * @param {string[]} args
 * @param {string} cwd
 */
function runHere(args, cwd) {
  const { status } = spawnSync(process.execPath, args, { cwd, stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
