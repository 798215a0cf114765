import type { Ecg } from './ecg';
import { STANDARD_LEADS } from './lead';
import { mapLeads } from './mapLeads';
import { sha256Hex } from './sha256';

const BYTES = Float32Array.BYTES_PER_ELEMENT;

/** All samples of an ECG in millivolts as bytes: IEEE 754 float32, little-endian, lead by lead in the standard order. */
export function toSampleBytes({ leads, sampleCount }: Pick<Ecg, 'leads' | 'sampleCount'>): Uint8Array {
  const view = new DataView(new ArrayBuffer(STANDARD_LEADS.length * sampleCount * BYTES));
  STANDARD_LEADS.forEach((lead, row) =>
    leads[lead].forEach((millivolts, i) => view.setFloat32((row * sampleCount + i) * BYTES, millivolts, true)),
  );
  return new Uint8Array(view.buffer);
}

/** The leads that such bytes hold; undefined where they are not `sampleCount` samples of twelve leads. */
export function fromSampleBytes(bytes: Uint8Array, sampleCount: number): Ecg['leads'] | undefined {
  if (bytes.length !== STANDARD_LEADS.length * sampleCount * BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return mapLeads((_lead, row) =>
    Float32Array.from({ length: sampleCount }, (_, i) => view.getFloat32((row * sampleCount + i) * BYTES, true)),
  );
}

/**
 * What names the samples of an ECG without naming a patient: the SHA-256 of {@link toSampleBytes}.
 *
 * @throws Problem in a page that cannot hash.
 */
export function hashSamples(ecg: Ecg): Promise<string> {
  return sha256Hex(toSampleBytes(ecg));
}
