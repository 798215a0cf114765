import type { Manifest } from '../model/manifest';
import { windowSamples } from './evidenceWindow';
import type { PrototypeKey } from './prototypeKey';
import { receptiveField, type ReceptiveField } from './receptiveField';

/** The segment of its source record that a prototype is, and what of the record the network could see for it. */
export interface PrototypeSegment {
  /** In seconds from the start of the record. */
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Null where the segment is none of the network's windows. */
  readonly field: ReceptiveField | null;
}

/** A prototype's segment; null where the whole record is the prototype. */
export function findPrototypeSegment({ branches, input, prototypes }: Manifest, { branch: name, index }: PrototypeKey): PrototypeSegment | null {
  const window = prototypes[name][index]?.window;
  const branch = branches.find((known) => known.name === name);
  if (!window || !branch) return null;
  const [start, end] = window;
  const place = Array.from({ length: branch.windowCount }, (_, i) => i).find((i) => windowSamples(branch, input, i)[0] === start);
  return {
    startSeconds: start / input.samplingRateHz,
    endSeconds: end / input.samplingRateHz,
    field: place === undefined ? null : receptiveField(branch, input, place),
  };
}
