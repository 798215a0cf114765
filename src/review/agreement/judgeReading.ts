/** One reader's reading of one ECG, before and after the explanation was shown. */
export interface BlindFirstReading {
  /** SCP codes of the statements that the reader named before the explanation. */
  readonly first: readonly string[];
  /** SCP codes named with the explanation in view. */
  readonly final: readonly string[];
  /** SCP codes that are true of the ECG; null where the study does not know. */
  readonly truth: readonly string[] | null;
}

/** Whether a decision agreed with the truth before and after the explanation. */
export interface Judgement {
  readonly firstRight: boolean;
  readonly finalRight: boolean;
}

/** Judges a reading on one statement: right is who names a true one or leaves out an untrue one. Null without truth. */
export function judgeStatement({ first, final, truth }: BlindFirstReading, scpCode: string): Judgement | null {
  if (truth === null) return null;
  const isTrue = truth.includes(scpCode);
  return { firstRight: first.includes(scpCode) === isTrue, finalRight: final.includes(scpCode) === isTrue };
}

/**
 * Judges a reading as a whole: right is who names exactly the true statements. Null without truth.
 *
 * @param asked SCP codes of the statements that the study asks for; what else is true or named does not count.
 */
export function judgeCase(reading: BlindFirstReading, asked: readonly string[]): Judgement | null {
  const judgements = asked.map((scpCode) => judgeStatement(reading, scpCode));
  if (reading.truth === null) return null;
  return {
    firstRight: judgements.every((judgement) => judgement!.firstRight),
    finalRight: judgements.every((judgement) => judgement!.finalRight),
  };
}
