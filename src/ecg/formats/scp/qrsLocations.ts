import { createFieldReader } from './fieldReader';
import { toTitle } from './sections';

/** A stretch of samples by the numbers of the first and the last. */
export interface SampleRange {
  readonly start: number;
  readonly end: number;
}

/** Where in the rhythm the reference beat was subtracted. */
export interface SubtractionZone extends SampleRange {
  /** The sample on which the fiducial point of the reference beat lies. */
  readonly fiducial: number;
}

/** What section 4 says of the QRS complexes; samples are numbered from 1, at the rate of the reference beat. */
export interface QrsLocations {
  readonly beatMilliseconds: number;
  /** The number of the reference beat's sample that is its fiducial point. */
  readonly beatFiducial: number;
  /** Of beats of the reference beat's kind. */
  readonly zones: readonly SubtractionZone[];
  /** Samples around each QRS that are stored one by one; undefined where the section does not tell them. */
  readonly protectedAreas: readonly SampleRange[] | undefined;
}

const PROTECTED_AREA_BYTES = 8;

/**
 * The QRS locations of section 4. Source: EN 1064:2005+A1:2007, 5.7.
 * @throws Problem where the section is cut off.
 */
export function readQrsLocations(section: Uint8Array, name: string): QrsLocations {
  const fields = createFieldReader(section, toTitle(4), name);
  const beatMilliseconds = fields.unsigned16();
  const beatFiducial = fields.unsigned16();
  const beatCount = fields.unsigned16();
  const beats = Array.from({ length: beatCount }, () => ({
    type: fields.unsigned16(),
    start: fields.unsigned32(),
    fiducial: fields.unsigned32(),
    end: fields.unsigned32(),
  }));
  const isTold = fields.left() >= PROTECTED_AREA_BYTES * beatCount;
  return {
    beatMilliseconds,
    beatFiducial,
    zones: beats.filter(({ type }) => type === 0).map(({ start, fiducial, end }) => ({ start, fiducial, end })),
    protectedAreas: isTold ? beats.map(() => ({ start: fields.unsigned32(), end: fields.unsigned32() })) : undefined,
  };
}
