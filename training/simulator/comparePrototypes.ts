import { Problem } from '../../src/ecg/problem';
import { type PackSource, readManifest } from '../../src/model/pack';
import { readArguments, runCommand } from '../../tools/cli';
import { createFolderSource } from '../../tools/packFolder';
import { createDatasetRecord } from './dataset/datasetRecord';

const usage = `npx tsx training/simulator/comparePrototypes.ts --pack DIR --seed N
  how many morphology prototypes of each statement lie on its finding, in a pack trained on the data set of that seed`;

const options = { pack: { type: 'string' }, seed: { type: 'string' } } as const;

await runCommand(async () => {
  const { values, positionals } = readArguments(options, usage);
  if (!values.pack || !values.seed || positionals.length > 0) throw new Problem(`--pack and --seed are needed.\n${usage}`);
  const rows = await comparePrototypes(createFolderSource(values.pack), Number(values.seed));
  console.log('| statement | prototypes | labelled with it | segment on the finding |\n| --- | ---: | ---: | ---: |');
  for (const { code, count, labelled, onFinding } of rows) console.log(`| ${code} | ${count} | ${labelled} | ${onFinding} |`);
});

/** For each statement of the morphology branch: whether its prototypes' ECGs carry it, and their segments touch it. */
async function comparePrototypes(source: PackSource, seed: number) {
  const { manifest } = await readManifest(source);
  const { samplingRateHz } = manifest.input;
  const morphology = manifest.statements.filter(({ branch }) => branch === 'morphology');
  return morphology.map(({ code }) => {
    const own = manifest.prototypes.morphology.filter(({ classes }) => classes.includes(code));
    const onFinding = own.filter(({ record, window }) => {
      const [start, end] = window!.map((sample) => sample / samplingRateHz) as [number, number];
      const { findings } = createDatasetRecord(seed, Number(record), 100).truth;
      const windows = findings.find((finding) => finding.code === code)?.windows ?? [];
      return windows.some(([from, to]) => from < end && to > start);
    });
    const labelled = own.filter(({ sourceLabels }) => sourceLabels.includes(code));
    return { code, count: own.length, labelled: labelled.length, onFinding: onFinding.length };
  });
}
