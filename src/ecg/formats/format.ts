import type { Ecg } from '../ecg';
import type { EcgFile } from '../ecgFile';
import type { PartialFile } from '../partialFile';
import type { RecordingSource } from '../recordingSource';
import type { StatedFacts } from '../statedFacts';

/** One file format of 12-lead ECGs. */
export interface EcgFormat {
  /** The format and the files it consists of, as a sentence lists them. */
  readonly description: string;
  /** Whether these files are a recording in this format, complete or not, judged by content before name. */
  readonly match: (files: readonly EcgFile[]) => boolean;
  /**
   * The recording in these files, which matched.
   * @param stated what somebody states of it; what a file says itself is never overruled.
   * @throws NeedsFacts where the file does not say, and nobody stated, what reading it takes. Problem with one sentence
   *   where it is incomplete, damaged or no 12-lead ECG.
   */
  readonly read: (files: readonly EcgFile[], stated: StatedFacts) => Ecg | Promise<Ecg>;
  /**
   * The recording in one file, which matched by its beginning, without reading it whole. Only formats whose samples lie at
   * known places have it.
   * @throws Problem as `read` does, for all that can be known before the samples are read.
   */
  readonly open?: (file: PartialFile) => Promise<RecordingSource>;
  /**
   * Where a recording has several files: the base names that this file, as its leading one, refers to; undefined of a
   * file that leads none. Judged without complaint: what is wrong with the file is said when it is read.
   */
  readonly findReferences?: (file: EcgFile) => readonly string[] | undefined;
}
