import type { FoundEcg } from './foundEcg';

/** What was found, for a terminal. */
export function toFoundText(found: FoundEcg): string {
  const { file, format, samplingRateHz, leads, scale, einthovenResidualMv, quality, warnings } = found;
  const seconds = Number(found.durationSeconds.toFixed(3));
  const rows = leads.map(({ name, derived, minMv, maxMv, firstMv }) =>
    [name.padEnd(3), derived ? 'derived' : '       ', toCell(minMv), toCell(maxMv), ' ', ...firstMv.map(toCell)].join(' '),
  );
  const residual = einthovenResidualMv === null ? [] : [`limb leads agree with Einthoven and Goldberger within ${einthovenResidualMv} mV`];
  const lines = [
    `${format}, ${samplingRateHz} Hz, ${seconds} s`,
    scale,
    ...residual,
    `                min     max   first samples, mV`,
    ...rows,
    ...quality.map((line) => `signal ${line}`),
    ...warnings.map((warning) => `! ${warning}`),
  ];
  return [file, ...lines.map((line) => `  ${line}`)].join('\n');
}

function toCell(millivolts: number | null): string {
  return (millivolts === null ? '–' : millivolts.toFixed(3)).padStart(7);
}
