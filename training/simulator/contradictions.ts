/** Statements of which an ECG has at most one. */
const EXCLUSIVE: readonly (readonly string[])[] = [
  ['AFIB', 'AFLT', 'SVTAC', 'PSVT', 'SVARR', 'SARRH', 'SR'],
  ['SBRAD', 'STACH', 'AFIB', 'AFLT', 'SVTAC', 'PSVT', 'SVARR'],
  ['SR', 'PACE'],
  ['NORM', 'PACE'],
  ['PACE', 'AFLT', 'SVTAC', 'PSVT', 'SVARR', 'SARRH', 'STACH', 'SBRAD'],
  ['CRBBB', 'IRBBB', 'CLBBB', 'ILBBB', 'IVCD'],
  ['LAFB', 'LPFB'],
  ['LVOLT', 'HVOLT'],
  ['LVOLT', 'LVH', 'VCLVH'],
  ['LVOLT', 'RVH'],
  ['BIGU', 'TRIGU'],
  ['2AVB', '3AVB'],
  ['WPW', '1AVB'],
  ['WPW', 'LPR'],
  ['WPW', '2AVB'],
  ['WPW', '3AVB'],
  ['LNGQT', 'DIG'],
  ['STACH', 'SARRH'],
];

const P_WAVE = ['1AVB', 'LPR', '2AVB', '3AVB', 'WPW', 'LAO/LAE', 'RAO/RAE', 'PAC'];
const WITHOUT_P = ['AFIB', 'AFLT', 'SVTAC'];

/** What a normal ECG may say beside `NORM`. */
const NORMAL = ['NORM', 'SR', 'SBRAD', 'STACH', 'SARRH'];

const PAIRS: ReadonlySet<string> = new Set([
  ...EXCLUSIVE.flatMap((group) =>
    group.flatMap((one) => group.flatMap((other) => (one === other ? [] : [toKey(one, other)]))),
  ),
  ...P_WAVE.flatMap((p) => WITHOUT_P.flatMap((rhythm) => [toKey(p, rhythm), toKey(rhythm, p)])),
]);

function toKey(one: string, other: string): string {
  return `${one}|${other}`;
}

/** The first two statements that cannot be true of one ECG, in the order given; undefined where all can. */
export function findContradiction(statements: readonly string[]): readonly [string, string] | undefined {
  for (const [index, one] of statements.entries()) {
    for (const other of statements.slice(index + 1)) {
      const spoilsNormal = (one === 'NORM' && !NORMAL.includes(other)) || (other === 'NORM' && !NORMAL.includes(one));
      if (spoilsNormal || PAIRS.has(toKey(one, other))) return [one, other];
    }
  }
  return undefined;
}
