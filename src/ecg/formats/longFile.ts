import type { EcgFile } from '../ecgFile';
import { type PartialFile, toPartialFile } from '../partialFile';
import type { RecordingSource } from '../recordingSource';
import type { EcgFormat } from './format';
import { readBeginning } from './longRecording';
import { createSingleFileFormat } from './singleFile';

interface LongFileFormat {
  /** The format, as a sentence lists it. */
  readonly description: string;
  /** Whether a file is in this format, judged by its beginning. */
  readonly isOurs: (file: EcgFile) => boolean;
  /** The recording in such a file. */
  readonly open: (file: PartialFile) => Promise<RecordingSource>;
}

/**
 * A format whose recordings are one file each, which may last for days. A file in memory is opened like any other and its
 * recording then read from its first sample on.
 */
export function createLongFileFormat({ description, isOurs, open }: LongFileFormat): EcgFormat {
  const toEcg = async (file: EcgFile) => readBeginning(await open(toPartialFile(file)));
  return { ...createSingleFileFormat({ description, isOurs, toEcg }), open };
}
