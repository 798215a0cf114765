import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** How a command ended and what it said. */
export interface ToolRun {
  readonly code: number;
  readonly stdout: string;
  /** What went to stderr, without the lines that tell progress. */
  readonly stderr: string;
}

/** Runs a command of this folder as its users do, for example `runTool('explain', ['--pack', …])`. */
export function runTool(name: string, args: readonly string[]): Promise<ToolRun> {
  return new Promise((resolve) => {
    const command = ['--import', 'tsx', `tools/${name}.ts`, ...args];
    execFile(process.execPath, command, { cwd: root, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : -1) : 0;
      resolve({ code, stdout, stderr: stderr.replace(/^.+: \d+ of \d+\n/gm, '') });
    });
  });
}
