import type { Ecg } from '../ecg';
import type { EcgFile } from '../ecgFile';
import { toListing } from '../listing';
import { Problem } from '../problem';
import type { StatedFacts } from '../statedFacts';
import type { EcgFormat } from './format';

interface SingleFileFormat {
  /** The format, as a sentence lists it. */
  readonly description: string;
  /** Whether a file is in this format, judged by content. */
  readonly isOurs: (file: EcgFile) => boolean;
  /** The recording in such a file, with what was stated of it. */
  readonly toEcg: (file: EcgFile, stated: StatedFacts) => Ecg | Promise<Ecg>;
}

/**
 * A format whose recordings are one file each. Files of other kinds beside it are named as not read; two recordings at
 * once are refused.
 */
export function createSingleFileFormat({ description, isOurs, toEcg }: SingleFileFormat): EcgFormat {
  return {
    description,
    match: (files) => files.some(isOurs),
    read: async (files, stated) => {
      const [file, ...more] = files.filter(isOurs);
      if (more.length > 0) {
        const names = toListing([file!, ...more].map(({ name }) => name));
        throw new Problem(`These are ${more.length + 1} recordings (${names}): open them one by one.`);
      }
      const ecg = await toEcg(file!, stated);
      const unread = files.filter((other) => other !== file).map(({ name }) => name);
      if (unread.length === 0) return ecg;
      return { ...ecg, remarks: [...ecg.remarks, `Not read, because ${file!.name} is a recording of its own: ${toListing(unread)}.`] };
    },
  };
}
