import { cpus } from 'node:os';
import { readEcg } from '../src/ecg/formats/registry';
import { simulate } from '../training/simulator/simulate';
import { timeOnce, toTiming } from './bench/measure';
import { runCommand } from './cli';
import { EVERY_FORMAT } from './synthetic/everyFormat';

const RUNS = 9;
const TARGET_MS = 100;

/** Reads ten seconds of twelve leads at 500 Hz in every format, the first time with the loading of its code. */
await runCommand(async () => {
  const { ecg } = simulate({ statements: ['NORM', 'SR'], ageYears: 44, sex: 'female', seed: 21 });
  const [{ model: processor }] = cpus();
  console.log(`${processor}, ${cpus().length} cores; ms to read ten seconds at 500 Hz, goal ≤ ${TARGET_MS} ms`);
  let slowest = 0;
  for (const { name, write, toStated } of EVERY_FORMAT) {
    const [files, stated] = [write(ecg), toStated?.(ecg)];
    const kilobytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1000;
    const first = await timeOnce(() => readEcg(files, stated));
    const times = [];
    for (let run = 0; run < RUNS; run++) times.push((await timeOnce(() => readEcg(files, stated))).ms);
    const { median, max } = toTiming(times);
    slowest = Math.max(slowest, median);
    console.log(
      `${name.padEnd(18)} ${kilobytes.toFixed(0).padStart(5)} kB: median ${median.toFixed(1)}, slowest ${max.toFixed(1)}, first ${first.ms.toFixed(0)}`,
    );
  }
  console.log(`Slowest median ${slowest.toFixed(1)} ms: ${slowest <= TARGET_MS ? 'met' : 'NOT MET'}`);
});
