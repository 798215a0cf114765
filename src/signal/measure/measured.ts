/**
 * A measurement, or why there is none. `uncertainty` is one standard uncertainty in the unit of `value`; `method` is a
 * phrase that says how it was measured, `reason` a sentence that says why it was not.
 */
export type Measured<Value = number> =
  | { readonly status: 'measured'; readonly value: Value; readonly uncertainty: number; readonly method: string }
  | { readonly status: 'unmeasurable'; readonly reason: string };

/** A value that was measured, with its standard uncertainty and method. */
export function createMeasured<Value>(value: Value, uncertainty: number, method: string): Measured<Value> {
  return { status: 'measured', value, uncertainty, method };
}

/** A value that cannot be measured, with the reason in a doctor's words. */
export function createUnmeasurable(reason: string): Measured<never> {
  return { status: 'unmeasurable', reason };
}
