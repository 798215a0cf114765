import type { LeadName } from './lead';
import { Problem } from './problem';

/** What a reader states of a recording because its file does not say it. */
export interface StatedFacts {
  /** Samples per second of every lead, in hertz. */
  readonly samplingRateHz?: number;
  /** Microvolts of one unit of the file's numbers: 1,000 where they are millivolts. */
  readonly microvoltsPerUnit?: number;
  /** The lead of each column or row of the file, in their order. */
  readonly leadOrder?: readonly LeadName[];
}

/** A fact that a file does not say, with what a person needs to state it. Nothing of it is taken without being stated. */
export type MissingFact =
  | {
      readonly fact: 'samplingRateHz';
      /** Samples of every lead; with a rate they say how long the recording is. */
      readonly sampleCount: number;
      /** Rates at which such files are common, in hertz. */
      readonly offers: readonly number[];
    }
  | {
      readonly fact: 'microvoltsPerUnit';
      /** What the middle 98 % of the numbers span in a lead, the median of the leads; under each unit a voltage. */
      readonly typicalSpan: number;
      readonly offers: readonly { readonly unit: string; readonly microvoltsPerUnit: number }[];
      /** What the file suggests without saying it, and by what; to be confirmed. */
      readonly inferred?: { readonly microvoltsPerUnit: number; readonly because: string };
    }
  | {
      readonly fact: 'leadOrder';
      /** How many leads the file holds. */
      readonly leadCount: number;
      /** Orders that are common for so many leads. */
      readonly offers: readonly { readonly name: string; readonly leads: readonly LeadName[] }[];
    };

/** Some of a file's numbers, so that a person sees what a fact makes of them. */
export interface FactPreview {
  /** What the lead is called in the file, or which column it is. */
  readonly label: string;
  /** In the file's own unit, NaN where it marks a sample as missing; the first ten thousand at most. */
  readonly numbers: Float32Array;
  /** What the file itself says of rate and unit. */
  readonly known: Pick<StatedFacts, 'samplingRateHz' | 'microvoltsPerUnit'>;
}

/** A recording that can be read as soon as somebody states what its file does not say. */
export class NeedsFacts extends Problem {
  /**
   * @param sentence what is missing, for those who cannot be asked.
   * @param preview the numbers of one lead, in which beats are seen best.
   */
  constructor(
    sentence: string,
    readonly missing: readonly MissingFact[],
    readonly preview?: FactPreview,
  ) {
    super(sentence);
  }
}
