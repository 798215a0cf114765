/**
 * Some samples of one lead, in whole steps of 16 bits, low byte first. The leads take turns, sample by sample.
 * @param frames the bytes of the samples of all leads, from the first sample to read on; they must hold them.
 */
export function toIshneSamples(frames: Uint8Array, lead: number, leadCount: number, sampleCount: number): Int16Array {
  const view = new DataView(frames.buffer, frames.byteOffset, frames.byteLength);
  const samples = new Int16Array(sampleCount);
  for (let index = 0, at = 2 * lead; index < sampleCount; index++, at += 2 * leadCount) samples[index] = view.getInt16(at, true);
  return samples;
}
