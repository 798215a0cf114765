import type { Ecg } from '../ecg/ecg';
import type { EcgFile } from '../ecg/ecgFile';
import type { RecordingSource } from '../ecg/recordingSource';
import type { StatedFacts } from '../ecg/statedFacts';
import type { InferenceClient } from '../model/inferenceClient';
import type { Manifest } from '../model/manifest';
import type { PackEntry } from '../model/packIndex';
import type { BackendName, LoadedPack } from '../model/protocol';
import type { LongRecording, LongRecordingOpening } from '../signal/longRecording/openLongRecording';
import type { EcgMeasurements } from '../signal/measure/measureEcg';
import type { Overview } from '../signal/overview';
import type { DroppedFile } from './droppedFile';
import type { Sample } from './offeredEcgState';

/** The part of the browser's storage that preferences need; both calls may throw. */
export type PreferenceStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** What the store does to the world outside it, handed in so that tests can stand in for the world. */
export interface Deps {
  readonly readPackIndex: () => Promise<readonly PackEntry[]>;
  readonly client: InferenceClient;
  /** The backends to try, best first. */
  readonly backends: readonly BackendName[];
  /** Opens the archives among files that came together, and puts all of them into recordings. */
  readonly groupFiles: (files: readonly DroppedFile[]) => Promise<readonly (readonly DroppedFile[])[]>;
  /** What tells a recording's files from all others; undefined where the page cannot tell. */
  readonly findFingerprint: (files: readonly EcgFile[]) => Promise<string | undefined>;
  readonly readEcg: (files: readonly EcgFile[], stated?: StatedFacts) => Promise<Ecg>;
  /** Opens a recording that may be longer than memory; undefined where its file is in no format of which parts are read. */
  readonly openLongRecording: (file: File, opening: LongRecordingOpening) => Promise<LongRecording | undefined>;
  /** Sees a recording as a whole that is longer than what the network reads of it. */
  readonly readOverview: (source: RecordingSource) => Promise<Overview>;
  readonly toModelInput: (ecg: Ecg, input: Manifest['input']) => Float32Array;
  readonly measureEcg: (ecg: Ecg) => Promise<EcgMeasurements>;
  readonly readPrototypeRecord: (pack: LoadedPack, recordId: string) => Promise<Ecg>;
  /** The gallery of the start page; empty where the site has none. */
  readonly readSamples: () => Promise<readonly Sample[]>;
  readonly readSampleFiles: (sample: Sample) => Promise<readonly EcgFile[]>;
  /** Settles when the page is drawn and there is time for what can wait. */
  readonly untilIdle: () => Promise<void>;
  readonly storage: PreferenceStorage;
}
