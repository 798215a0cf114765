import { readEcg } from '../src/ecg/formats/registry';
import { Problem } from '../src/ecg/problem';
import { measureEcg } from '../src/signal/measure/measureEcg';
import { toQualityLines } from '../src/signal/quality/qualityWords';
import { readArguments, runCommand } from './cli';
import { toFoundEcg } from './read/foundEcg';
import { toFoundText } from './read/foundText';
import { workThroughRecordings } from './recordings';
import { STATED_OPTIONS, STATED_USAGE, toStatedFacts } from './statedFlags';
import { readUsedPart } from './usedPart';

const usage = `npm run read -- [--json] ${STATED_USAGE} FILE…`;

await runCommand(async () => {
  const { values, positionals } = readArguments({ json: { type: 'boolean', default: false }, ...STATED_OPTIONS }, usage);
  if (positionals.length === 0) throw new Problem(`Name at least one ECG file.\n${usage}`);
  const stated = toStatedFacts(values);
  await workThroughRecordings(
    positionals,
    async ({ file, files }) => {
      const ecg = await readEcg(await files(), stated);
      const used = await readUsedPart(ecg, undefined);
      const found = toFoundEcg(file, ecg, toQualityLines(measureEcg(used.ecg).quality));
      console.log(values.json ? JSON.stringify(found) : toFoundText(found));
    },
    (file, error) => console.log(values.json ? JSON.stringify({ file, error }) : `${file}\n  not read: ${error}`),
  );
});
