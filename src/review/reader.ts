import * as v from 'valibot';

/** A reader of a study, without a name. */
export const readerSchema = v.strictObject({
  /** Drawn at random when the reader begins: 16 hexadecimal digits. */
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  /** One of the study's roles, such as “cardiologist”. */
  role: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  /** Years of reading ECGs; null where not told. */
  years: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(80))),
});

/** A reader of a study, without a name. */
export type Reader = v.InferOutput<typeof readerSchema>;
