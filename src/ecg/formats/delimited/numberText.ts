const NUMBER = /^[+-]?(?:\d{1,20}(?:[.,]\d{0,25})?|[.,]\d{1,25})(?:e[+-]?\d{1,2})?$/i;

const MISSING = /^(?:|nan|#?n\/?a|null|none|-{1,3}|\?)$/i;

/** Groups of three digits, as "1.234,5", "1,234.5" and "1 234" have them. */
const THOUSANDS = /^[+-]?\d{1,3}(?:[.,'’\s]\d{3})+(?:[.,]\d*)?$/;

/** Where a number could also be one with a separator of thousands: "1.234", but not "0.123" or "12.34". */
const AMBIGUOUS = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

/** Beyond what any voltage is in any unit; 32-bit floats hold it. */
const LARGEST = 1e15;

/** A number that a table's cell holds, with point or comma; NaN where it marks a missing one, undefined for other texts. */
export function findNumber(cell: string): number | undefined {
  // Some word processors put a minus sign in place of a hyphen.
  const text = cell.startsWith('\u2212') ? `-${cell.slice(1)}` : cell;
  if (!NUMBER.test(text)) return MISSING.test(cell) ? NaN : undefined;
  const value = Number(text.replace(',', '.'));
  return Math.abs(value) <= LARGEST ? value : undefined;
}

/** Whether more than half of the cells hold numbers, as those of a damaged row of samples do. */
export function areMostlyNumbers(cells: readonly string[]): boolean {
  return cells.filter((cell) => !Number.isNaN(findNumber(cell) ?? NaN)).length > cells.length / 2;
}

/** Whether a text is a number with separators of thousands, which is not read: what they are cannot be told for sure. */
export function hasThousands(cell: string): boolean {
  return THOUSANDS.test(cell);
}

/** Which marks the numbers of a table have between their whole and their decimal digits, with an example of each. */
export interface DecimalMarks {
  point?: string;
  comma?: string;
  /** A number whose mark cannot be one of thousands. */
  plain?: string;
}

/** Notes the mark of a number. */
export function noteMark(cell: string, marks: DecimalMarks): void {
  const mark = cell.includes(',') ? 'comma' : cell.includes('.') ? 'point' : undefined;
  if (!mark) return;
  marks[mark] ??= cell;
  if (marks.plain === undefined && !AMBIGUOUS.test(cell)) marks.plain = cell;
}
