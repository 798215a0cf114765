import type { Ecg } from '../ecg';
import type { EcgFile } from '../ecgFile';
import type { StatedFacts } from '../statedFacts';
import type { EcgFormat } from './format';
import { isMatlab4, readMatlab4 } from './matlab/level4';
import { readMatlab5 } from './matlab/level5';
import { isMatlab5 } from './matlab4';
import { toPlainEcg } from './plain/plainEcg';
import { createSingleFileFormat } from './singleFile';

const isOurs = ({ bytes }: EcgFile): boolean => isMatlab5(bytes) || isMatlab4(bytes);

/**
 * MATLAB files of level 4 and 5 (also called 6 and 7) without a WFDB header beside them: a table of numbers, or lists by the
 * names of leads, among their variables. What a WFDB header would say has to be stated.
 */
export const matlab: EcgFormat = {
  ...createSingleFileFormat({ description: 'MATLAB files (.mat)', isOurs, toEcg: toMatlabEcg }),
  // With any other file they may be the samples of a WFDB record.
  match: (files) => files.length > 0 && files.every(isOurs),
};

async function toMatlabEcg({ name, bytes }: EcgFile, stated: StatedFacts): Promise<Ecg> {
  const isNewer = isMatlab5(bytes);
  const variables = isNewer ? await readMatlab5(bytes, name) : readMatlab4(bytes, name);
  const header = name.replace(/(?:\.\w+)?$/, '.hea');
  return toPlainEcg(
    variables,
    {
      name,
      format: isNewer ? 'MATLAB file (level 5)' : 'MATLAB file (level 4)',
      // Databases of PhysioNet keep the samples of a WFDB record so.
      ...('val' in variables && { advice: `its header ${header} says it, so open both together` }),
    },
    stated,
  );
}
