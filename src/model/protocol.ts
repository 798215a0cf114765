import type { PerBranch } from './branch';
import type { Manifest } from './manifest';
import type { Fusion, Prediction } from './prediction';

/** The backends that can run the network, best first. */
export const BACKENDS = ['webgpu', 'wasm', 'cpu'] as const;

/** One of the backends. */
export type BackendName = (typeof BACKENDS)[number];

/** Which backend serves, and why not a better one. */
export interface BackendReport {
  readonly backend: BackendName;
  /** One sentence for each better backend that was passed over. */
  readonly passedOver: readonly string[];
  /** Largest deviation from the pack's golden output: similarity as a share of its maximum, and probability. */
  readonly selfCheck: { readonly similarity: number; readonly probability: number };
}

/** How far the loading of a pack has come. */
export interface LoadProgress {
  readonly step: 'manifest' | 'weights' | 'checking';
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

/** How similar a number of ECGs are to one prototype. */
export interface SimilarityDistribution {
  /** Number of ECGs; 0 where there were fewer than two, and then nothing else is known. */
  readonly count: number;
  /** Their mean, as the fusion layer receives similarities. */
  readonly mean: number;
  /** Similarities at the reference's `percents`, never falling; as the fusion layer receives them. */
  readonly similarities: readonly number[];
}

/** The ECGs that carry a class of the prototype, and all others. */
export interface PrototypeReference {
  readonly with: SimilarityDistribution;
  readonly without: SimilarityDistribution;
}

/**
 * How similar held-out ECGs are to each prototype: raw similarities crowd near their maximum and mean little alone.
 */
export interface SimilarityReference {
  /** Which percentiles are known, in percent, rising. */
  readonly percents: readonly number[];
  /** One entry a prototype. */
  readonly prototypes: PerBranch<readonly PrototypeReference[]>;
}

/** A pack whose every byte was verified and whose network answers as it should. */
export interface LoadedPack {
  /** Address of the pack's folder, ending in a slash. */
  readonly url: string;
  readonly manifest: Manifest;
  /** SHA-256 of the manifest, which in turn holds the hash of every other file: it names the whole pack. */
  readonly sha256: string;
  readonly fusion: Fusion;
  /** How similar ECGs usually are to each prototype; null where nobody measured. */
  readonly similarityReference: SimilarityReference | null;
  readonly backend: BackendReport;
}

/** What the page asks of the worker. */
export type Request =
  | { readonly id: number; readonly kind: 'load'; readonly url: string; readonly backends: readonly BackendName[] }
  | { readonly id: number; readonly kind: 'predict'; readonly inputs: readonly Float32Array[] };

/** What the worker answers; every request ends in one `loaded`, `predicted` or `failed`. */
export type Reply =
  | { readonly id: number; readonly kind: 'progress'; readonly progress: LoadProgress }
  | { readonly id: number; readonly kind: 'loaded'; readonly pack: LoadedPack }
  | { readonly id: number; readonly kind: 'predicted'; readonly predictions: readonly Prediction[]; readonly milliseconds: number }
  | {
      readonly id: number;
      readonly kind: 'failed';
      readonly sentence: string;
      /** A fault of program or device, which a fresh worker may not have; else a problem that stays. */
      readonly isFault: boolean;
    };
