import type { Ecg } from './ecg';

/** A recording of which parts are read when they are wanted, because it may be longer than memory. */
export interface RecordingSource {
  /** Samples per second of every lead, in hertz. */
  readonly samplingRateHz: number;
  /** Number of samples in every lead. */
  readonly sampleCount: number;
  /**
   * The ECG from a sample on, whose remarks and scale are the recording's.
   * @throws Problem where the file cannot be read any more. RangeError where the part is not inside the recording.
   */
  readonly readExcerpt: (firstSample: number, sampleCount: number) => Promise<Ecg>;
}
