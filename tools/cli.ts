import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { Problem, toSentence } from '../src/ecg/problem';

/**
 * Runs a command: a problem becomes one sentence on stderr and exit code 1, a fault of the program its stack.
 */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Problem ? error.message : error instanceof Error ? error.stack : toSentence(error));
    process.exitCode = 1;
  }
}

/**
 * The options and file names of a command line.
 *
 * @throws Problem with one sentence and the usage when there is an option that the command does not have.
 */
export function readArguments<T extends NonNullable<ParseArgsConfig['options']>>(options: T, usage: string) {
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    // Node adds advice of its own, which fits no command with file names.
    const [sentence] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new Problem(`${sentence.replace(/\.$/, '')}.\n${usage}`);
  }
}

/**
 * The bytes of a file.
 *
 * @throws Problem when it is not there or cannot be read.
 */
export async function readInputFile(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new Problem(`There is no file ${path}.`);
    if (code === 'EISDIR') throw new Problem(`${path} is a folder, not a file.`);
    throw new Problem(`${path} cannot be read (${String(code ?? error)}).`);
  }
}

/** Shows how far long work has come: rewritten in place on a terminal, every tenth otherwise. */
export function createProgress(label: string, total: number): (done: number) => void {
  let lastTenth = -1;
  return (done) => {
    const tenth = Math.floor((10 * done) / total);
    if (process.stderr.isTTY) {
      process.stderr.write(`\r${label}: ${done} of ${total}${done === total ? '\n' : ''}`);
    } else if (tenth > lastTenth) {
      lastTenth = tenth;
      process.stderr.write(`${label}: ${done} of ${total}\n`);
    }
  };
}

/**
 * What a JSON file holds.
 *
 * @throws Problem when it is not there, cannot be read or is no JSON.
 */
export async function readJsonFile(path: string): Promise<unknown> {
  const bytes = await readInputFile(path);
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new Problem(`${basename(path)} is not valid JSON.`);
  }
}
