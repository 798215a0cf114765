import { cpus } from 'node:os';
import { toTiming } from './bench/measure';
import { type FrameTimes, measurePaper } from './bench/paper';
import { runCommand } from './cli';

/** How many times the first drawing is timed. */
const RUNS = 5;
const TARGET = { frame: 16, firstDrawing: 100 };

const judge = (met: boolean) => (met ? 'met' : 'NOT MET');

const toText = ({ frames, p50, p95, longest }: FrameTimes) =>
  `${frames} frames, each ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, longest ${longest.toFixed(0)} ms`;

await runCommand(async () => {
  const { firstDrawing, moving, unlimited } = await measurePaper(RUNS);
  const { median, min, max } = toTiming(firstDrawing);
  const [{ model: processor }] = cpus();
  console.log(`${processor}, ${cpus().length} cores, Chromium without a GPU unless it finds one`);
  console.log(
    `first drawing after the bytes are read: ${median.toFixed(0)} ms (${min.toFixed(0)} to ${max.toFixed(0)}); ` +
      `≤ ${TARGET.firstDrawing} ms: ${judge(median <= TARGET.firstDrawing)}`,
  );
  console.log(
    `12 × 1 at 200 %, scrolled in every frame: ${toText(unlimited)}; p95 ≤ ${TARGET.frame} ms: ${judge(unlimited.p95 <= TARGET.frame)}`,
  );
  for (const [name, times] of Object.entries(moving)) console.log(`the same ${name}, at 60 frames a second: ${toText(times)}`);
});
