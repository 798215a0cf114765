import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1));
const ecgCount = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What only the maker of a model can tell about it. Whatever is optional came later: packs made before lack it. */
export const modelCardSchema = v.strictObject({
  title: text,
  /** What the network learned from, in words. */
  trainingData: text,
  /** Whether it learned from simulated ECGs; the page then says so at every result. */
  simulated: v.boolean(),
  /** Number of ECGs that it learned from, that settings and thresholds were chosen on, and that it was tested on. */
  sizes: v.optional(v.strictObject({ training: ecgCount, validation: ecgCount, test: ecgCount })),
  /** The seeds of data and training, in words. */
  seeds: v.optional(text),
  /** What names the training data exactly, such as a SHA-256 of its samples and labels. */
  dataHash: v.optional(text),
  /** Each figure with its value and what it was measured on: `macro-AUROC`, 0.96, `2,000 held-out simulated ECGs`. */
  metrics: v.optional(v.array(v.strictObject({ name: text, value: v.pipe(v.number(), v.finite()), of: text }))),
  /** What the model cannot do or was never tried on, a sentence each. */
  limits: v.optional(v.array(text)),
  /** The document in this repository with the commands that made it. */
  made: v.optional(text),
});

/** What only the maker of a model can tell about it. */
export type ModelCard = v.InferOutput<typeof modelCardSchema>;
