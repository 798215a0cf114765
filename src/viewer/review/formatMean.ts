/** A mean score with its sample standard deviation, two decimals: "2.83 ± 1.23"; "–" without scores. */
export function formatMean(mean: number | null, standardDeviation: number | null): string {
  if (mean === null) return '–';
  return standardDeviation === null ? mean.toFixed(2) : `${mean.toFixed(2)} ± ${standardDeviation.toFixed(2)}`;
}
