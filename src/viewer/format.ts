const MINUS = '−';

function toFixed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? MINUS + text : text;
}

function toSigned(value: number, digits: number): string {
  const text = toFixed(value, digits).replace(/\B(?=(\d{3})+\.)/g, ',');
  return Number(value.toFixed(digits)) > 0 ? `+${text}` : text;
}

function toPercent(share: number, significantDigits: number): string {
  return `${(share * 100).toPrecision(significantDigits)} %`;
}

/**
 * A probability (0 … 1) in percent with two significant digits, never 0 % or 100 %: "19 %", "5.2 %", "> 99 %", "< 0.1 %".
 *
 * Given a `threshold`, as many more digits as it takes to see on which side of it the probability lies.
 */
export function formatProbability(probability: number, threshold?: number): string {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`${probability} is no probability`);
  if (probability > 0.99) return '> 99 %';
  if (probability < 0.001) return '< 0.1 %';
  if (threshold === undefined || threshold === probability || threshold > 0.99 || threshold < 0.001) return toPercent(probability, 2);
  for (let digits = 2; digits < 8; digits++) {
    const text = toPercent(probability, digits);
    if (text !== toPercent(threshold, digits)) return text;
  }
  return toPercent(probability, 8);
}

/** A share of a whole (0 … 1) in percent: "14 %", "< 1 %". */
export function formatShare(share: number): string {
  const percent = Math.round(share * 100);
  return percent === 0 && share > 0 ? '< 1 %' : `${percent} %`;
}

/** A contribution, bias or logit with its sign, two decimals and thousands separated: "+0.45", "−1,431.20", "0.00". */
export function formatLogit(logit: number): string {
  return toSigned(logit, 2);
}

/** A voltage in millivolts: "1.52". */
export function formatMillivolts(millivolts: number): string {
  return toFixed(millivolts, 2);
}

/** A voltage above or below a level, in millivolts, with its sign: "+0.12", "−0.05". */
export function formatDeviation(millivolts: number): string {
  return toSigned(millivolts, 2);
}

/** A weight in logits per unit of similarity, with its sign and three decimals: "+0.337". */
export function formatWeight(weight: number): string {
  return toSigned(weight, 3);
}

/** The sign of a contribution in words; of one that is 0.00 to two decimals, that it has none. */
export function formatSign(contribution: number): 'supports' | 'opposes' | 'neutral to' {
  if (Math.abs(contribution) < 0.005) return 'neutral to';
  return contribution > 0 ? 'supports' : 'opposes';
}

/** A raw similarity with two decimals: "1.87". Meaningful only beside its branch's maximum. */
export function formatSimilarity(similarity: number): string {
  return toFixed(similarity, 2);
}

/** A moment or a length of time: "3.16 s". */
export function formatSeconds(seconds: number): string {
  return `${toFixed(seconds, 2)} s`;
}

/** A shift in time in whole milliseconds, with its sign: "+24 ms", "−8 ms". */
export function formatMilliseconds(seconds: number): string {
  return `${toSigned(1000 * seconds, 0)} ms`;
}

/** A stretch of time: "3.16–4.09 s". */
export function formatSpan(startSeconds: number, endSeconds: number): string {
  return `${toFixed(startSeconds, 2)}–${toFixed(endSeconds, 2)} s`;
}

/** A number with as many decimals as it needs, at most two: "25", "12.5". */
export function formatNumber(value: number): string {
  return (value < 0 ? MINUS : '') + String(Math.abs(Math.round(value * 100) / 100));
}

/** A count with thousands separated: "1,037". */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** The size of a rounding error, one digit and its power of ten: "2e-7"; "0" where there is none. */
export function formatError(error: number): string {
  return error === 0 ? '0' : error.toExponential(0);
}

/** A number on an axis, with as many decimals as it needs and thousands separated: "0.25", "−1,500". */
export function formatTick(value: number): string {
  const size = Math.abs(value).toLocaleString('en-US', { maximumFractionDigits: 2 });
  return value < 0 ? MINUS + size : size;
}
