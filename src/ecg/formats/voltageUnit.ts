/** Microvolts of the units in which an ECG is measured, by their names in lower case. */
const MICROVOLTS: readonly (readonly [names: RegExp, microvolts: number])[] = [
  [/^(?:v|volts?)$/, 1e6],
  [/^(?:mv|milli-?vo?l?t?s?)$/, 1e3],
  // Micro sign, Greek mu, and both of them in UTF-8 where the file was read as Latin-1 (and put into lower case).
  [/^(?:(?:u|\u00b5|\u03bc|\u00e2\u00b5|\u00ee\u00bc)v(?:olts?)?|micro-?vo?l?t?s?)$/, 1],
  [/^(?:nv|nano-?vo?l?t?s?)$/, 1e-3],
];

/** Microvolts of one unit of voltage as files name it: "mV", "uV", "µV", "microV", "nV", "Volt". Undefined for all else. */
export function findMicrovolts(unit: string): number | undefined {
  const name = unit.trim().toLowerCase();
  return MICROVOLTS.find(([names]) => names.test(name))?.[1];
}
