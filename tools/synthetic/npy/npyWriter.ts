import type { Ecg } from '../../../src/ecg/ecg';
import type { EcgFile } from '../../../src/ecg/ecgFile';
import { STANDARD_LEADS } from '../../../src/ecg/lead';
import type { LeadName } from '../../../src/ecg/lead';

/** How an ECG is stored; every field has a default. */
export interface NpyWriterOptions {
  readonly name?: string;
  /** NumPy's code of the type, with the byte order: "<i2", ">f8". */
  readonly type?: string;
  readonly version?: 1 | 2 | 3;
  readonly leadOrder?: readonly LeadName[];
  /** Whether each lead is a column instead of a row. */
  readonly areColumns?: boolean;
  /** Whether the first index changes fastest. */
  readonly isFortran?: boolean;
  /** Dimensions of length 1 before the others. */
  readonly leadingOnes?: number;
  readonly unitsPerMv?: number;
  /** Changes the header's text before it is written. */
  readonly edit?: (header: string) => string;
}

type Put = (view: DataView, at: number, value: number, isLittleEndian: boolean) => void;

const WRITERS: Readonly<Record<string, readonly [bytes: number, put: Put]>> = {
  i2: [2, (view, at, value, little) => view.setInt16(at, Math.round(value), little)],
  i4: [4, (view, at, value, little) => view.setInt32(at, Math.round(value), little)],
  i8: [8, (view, at, value, little) => view.setBigInt64(at, BigInt(Math.round(value)), little)],
  f2: [2, (view, at, value, little) => view.setUint16(at, toFloat16Bits(value), little)],
  f4: [4, (view, at, value, little) => view.setFloat32(at, value, little)],
  f8: [8, (view, at, value, little) => view.setFloat64(at, value, little)],
};

/** Writes an ECG as an array that NumPy reads (NEP 1), for tests. */
export function writeNpy(ecg: Ecg, options: NpyWriterOptions = {}): EcgFile {
  const { type = '<f8', version = 1, leadOrder = STANDARD_LEADS, areColumns = false, isFortran = false, unitsPerMv = 1 } = options;
  const [size, put] = WRITERS[type.slice(1)]!;
  const shape = areColumns ? [ecg.sampleCount, leadOrder.length] : [leadOrder.length, ecg.sampleCount];
  const lengths = [...Array.from({ length: options.leadingOnes ?? 0 }, () => 1), ...shape];
  const text = `{'descr': '${type}', 'fortran_order': ${isFortran ? 'True' : 'False'}, 'shape': (${lengths.join(', ')}), }`;
  const header = toHeader(options.edit?.(text) ?? text, version);
  const bytes = new Uint8Array(header.length + leadOrder.length * ecg.sampleCount * size);
  bytes.set(header);
  const view = new DataView(bytes.buffer, header.length);
  // Leads lie one after the other where they are rows in C's order or columns in Fortran's.
  const areApart = areColumns === isFortran;
  leadOrder.forEach((lead, row) =>
    ecg.leads[lead].forEach((millivolts, sample) => {
      const place = areApart ? row * ecg.sampleCount + sample : sample * leadOrder.length + row;
      put(view, place * size, millivolts * unitsPerMv, type.startsWith('<'));
    }),
  );
  return { name: options.name ?? 'ecg.npy', bytes };
}

/** The mark, the version and a header that ends in a line end and is filled up to 64 bytes. */
function toHeader(text: string, version: 1 | 2 | 3): Uint8Array {
  const start = version === 1 ? 10 : 12;
  const padded = `${text.padEnd(Math.ceil((start + text.length + 1) / 64) * 64 - start - 1)}\n`;
  const header = new Uint8Array(start + padded.length);
  header.set([0x93, ...new TextEncoder().encode('NUMPY'), version, 0]);
  const view = new DataView(header.buffer);
  if (version === 1) view.setUint16(8, padded.length, true);
  else view.setUint32(8, padded.length, true);
  header.set(new TextEncoder().encode(padded), start);
  return header;
}

/** The nearest half-precision number, for the sizes of ECGs: normal numbers, and 0 for all that is smaller. */
function toFloat16Bits(value: number): number {
  const magnitude = Math.abs(value);
  if (magnitude < 2 ** -14) return 0;
  const exponent = Math.floor(Math.log2(magnitude));
  const fraction = Math.round((magnitude / 2 ** exponent - 1) * 1024);
  return (value < 0 ? 0x8000 : 0) + ((exponent + 15) << 10) + fraction;
}
