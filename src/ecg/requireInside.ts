/** @throws RangeError where a stretch, in whole samples, is not inside a recording. */
export function requireInside(firstSample: number, sampleCount: number, { sampleCount: held }: { readonly sampleCount: number }): void {
  const end = firstSample + sampleCount;
  const isInside = Number.isInteger(firstSample) && Number.isInteger(end) && firstSample >= 0 && sampleCount > 0 && end <= held;
  if (!isInside) throw new RangeError(`Samples ${firstSample} to ${end} are not inside a recording of ${held}.`);
}
