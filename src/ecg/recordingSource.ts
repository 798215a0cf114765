import type { Ecg } from './ecg';

/** A recording of which parts are read when they are wanted, because it may be longer than memory. */
export interface RecordingSource {
  /** Samples per second of every lead, in hertz. */
  readonly samplingRateHz: number;
  /** Number of samples in every lead. */
  readonly sampleCount: number;
  /**
   * The ECG from a sample on, whose scale is the recording's; what is remarked of samples may be of this part alone.
   * @throws Problem where the file cannot be read any more. RangeError where the part is not inside the recording.
   */
  readonly readExcerpt: (firstSample: number, sampleCount: number) => Promise<Ecg>;
  /** Lets go of what reading takes; nothing can be read afterwards. There is nothing to let go of where it is absent. */
  readonly close?: () => void;
}
