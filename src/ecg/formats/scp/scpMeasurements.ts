import type { QtFormula } from '../../deviceMeasurements';
import { toDeviceMeasurements } from '../deviceValues';
import type { ScpFile } from './sections';

const HEADER_BYTES = 6;
const BLOCK_BYTES = 16;
const SPIKE_BYTES = 10;
/** Before 1.3 devices disagree on the layout. */
const FIRST_SURE_VERSION = 13;

/** Formulas of the corrected QT by their number; version 3 gives numbers above 2 to more of them. */
const FORMULAS: ReadonlyMap<number, QtFormula> = new Map([
  [1, 'Bazett'],
  [2, 'Hodges'],
]);

/**
 * What the device measured on the reference beat, from section 7: intervals as differences of the onsets and ends that it
 * gives; nothing where the section is absent or damaged. 29999 and 999 stand for what was not measured. Source:
 * EN 1064:2005+A1:2007, 5.10.
 */
export function toScpMeasurements({ sections, protocolVersion }: ScpFile) {
  const section = sections.get(7);
  if (!section || section.fault || protocolVersion < FIRST_SURE_VERSION) return {};
  const { body } = section;
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  const holds = (end: number): boolean => end <= body.length;
  if (!holds(HEADER_BYTES + BLOCK_BYTES) || body[0] === 0) return {};
  const [pOnset, pEnd, qrsOnset, qrsEnd, tEnd] = [0, 2, 4, 6, 8].map((at) => view.getUint16(HEADER_BYTES + at, true));
  const [pAxis, qrsAxis, tAxis] = [10, 12, 14].map((at) => String(view.getInt16(HEADER_BYTES + at, true)));
  const typesAt = HEADER_BYTES + BLOCK_BYTES * body[0]! + SPIKE_BYTES * body[1]!;
  const ratesAt = holds(typesAt + 2) ? typesAt + 2 + view.getUint16(typesAt, true) : body.length;
  const rates = holds(ratesAt + 7)
    ? { rate: String(view.getUint16(ratesAt, true)), qtc: String(view.getUint16(ratesAt + 4, true)), formula: FORMULAS.get(body[ratesAt + 6]!) }
    : undefined;
  return toDeviceMeasurements({
    rate: rates?.rate,
    p: toInterval(pOnset!, pEnd!),
    pr: toInterval(pOnset!, qrsOnset!),
    qrs: toInterval(qrsOnset!, qrsEnd!),
    qt: toInterval(qrsOnset!, tEnd!),
    qtc: [[rates?.qtc, rates?.formula ?? null]],
    pAxis,
    qrsAxis,
    tAxis,
  });
}

const NOT_MEASURED = 29999;

function toInterval(from: number, to: number): string {
  return from >= NOT_MEASURED || to >= NOT_MEASURED ? '' : String(to - from);
}
