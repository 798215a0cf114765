/** Fields of the header that hold for one signal, by the bytes of one signal that come before them. */
const BEFORE = {
  label: 0,
  unit: 96,
  physicalMinimum: 104,
  physicalMaximum: 112,
  digitalMinimum: 120,
  digitalMaximum: 128,
  samplesPerRecord: 216,
} as const;

/** Where a field of the first signal begins in the header of an EDF file of so many signals, in bytes. */
export function edfFieldAt(field: keyof typeof BEFORE, signalCount: number): number {
  return 256 + BEFORE[field] * signalCount;
}
