import { findLead } from '../../leadName';
import { findMicrovolts } from '../voltageUnit';
import { areMostlyNumbers, findNumber } from './numberText';
import { type Delimiter, DELIMITERS, toCells } from './toCells';
import { type Column, toColumn } from './toColumn';

/** How a table of samples lies in a text. */
export interface Layout {
  /** Whether every column is a signal, or every row. */
  readonly signalsAre: 'columns' | 'rows';
  readonly delimiter: Delimiter;
  /** The first line of the table, that of its names where it has one, and the first of its samples, counted from 0. */
  readonly tableLine: number;
  readonly firstLine: number;
  /** What the columns are; undefined where nothing names them. Rows name themselves, each in its first cell. */
  readonly columns: readonly Column[] | undefined;
  /** Whether rows begin with their names. */
  readonly hasRowNames?: boolean;
  /** Rows and columns as the words above the table count them. */
  readonly announced?: { readonly rowCount: number; readonly columnCount: number };
}

/** A table without names is taken for an ECG only where so many columns go on for so many rows. */
const LEAST_COLUMNS = 8;
const LEAST_ROWS = 100;

/** So many numbers in a row are samples of one lead, where its name stands before them and where not. */
const LEAST_NAMED_CELLS = 100;
const LEAST_CELLS = 500;

/** Lines about patient and recording that stand above the names. */
const MOST_LINES_ABOVE = 1000;

/** Units, ranges and empty lines that stand between the names and the samples. */
const MOST_LINES_BETWEEN = 10;

/** GE MUSE writes this above its table of samples, "Rhythm signal: 5000 X 12", and another word above the median beat. */
const GE_TABLE = /^\s*(\w+) signal:\s*(\d{1,9})\s*x\s*(\d{1,4})\s*$/i;

/** Where neither I nor V is, no lead is named. */
const A_LEAD = /[iv]/i;

const COMMENT = /^\s*(?:#|%|\/\/)\s*/;

/**
 * Where samples of an ECG lie in a text, by its first lines: beneath names of leads, behind them, or, without any names,
 * where many columns or rows of numbers are too long to be else. Undefined of a text that is no such table.
 */
export function findLayout(lines: readonly string[]): Layout | undefined {
  const tables = lines.flatMap((line, index) => (GE_TABLE.test(line) ? [index] : []));
  const from = tables.find((index) => GE_TABLE.exec(lines[index]!)![1]!.toLowerCase() === 'rhythm') ?? tables[0] ?? -1;
  const headers = findHeaders(lines, from + 1);
  const candidates = DELIMITERS.map((delimiter) => findDelimited(lines, from + 1, headers, delimiter)).filter((found) => found !== undefined);
  const [best] = candidates.sort((a, b) => b.score - a.score);
  if (!best || from < 0) return best?.layout;
  const [, , rowCount, columnCount] = GE_TABLE.exec(lines[from]!)!;
  return { ...best.layout, announced: { rowCount: Number(rowCount), columnCount: Number(columnCount) } };
}

/** Whether a line begins another table than the one before it. */
export function isTableTitle(line: string): boolean {
  return GE_TABLE.test(line);
}

/** Whether a line holds no cells: nothing at all, or words that are marked as a comment. */
export function isBlank(line: string): boolean {
  return line.trim() === '' || COMMENT.test(line);
}

interface Candidate {
  readonly layout: Layout;
  /** The more leads and cells a delimiter finds, the surer it is. */
  readonly score: number;
}

function findDelimited(lines: readonly string[], from: number, headers: readonly Header[], delimiter: Delimiter): Candidate | undefined {
  if (!lines.some((line) => line.includes(delimiter)) && delimiter !== ' ') return undefined;
  const rows = lines.map((line, index) => (index < from ? [] : toCells(line.replace(COMMENT, ''), delimiter)));
  const isSkipped = (index: number) => isBlank(lines[index]!);
  return findRows(rows, isSkipped, delimiter) ?? findNamedColumns(rows, headers, isSkipped, delimiter) ?? findBareColumns(rows, isSkipped, delimiter);
}

function findRows(rows: readonly string[][], isSkipped: (index: number) => boolean, delimiter: Delimiter): Candidate | undefined {
  const isLong = (cells: readonly string[], least: number) => cells.length >= least && cells.every(isNumber);
  const hasRowNames = rows.some((cells) => cells.length > LEAST_NAMED_CELLS && findLead(cells[0]!) && isLong(cells.slice(1), LEAST_NAMED_CELLS));
  const firstLine = rows.findIndex((cells, index) => {
    if (isSkipped(index)) return false;
    return hasRowNames ? cells.length > LEAST_NAMED_CELLS && areMostlyNumbers(cells.slice(1)) : isLong(cells, LEAST_CELLS);
  });
  if (firstLine < 0) return undefined;
  return { layout: { signalsAre: 'rows', delimiter, tableLine: firstLine, firstLine, columns: undefined, hasRowNames }, score: 1000 * rows[firstLine]!.length };
}

interface Header {
  readonly line: number;
  readonly columns: readonly Column[];
  readonly leadCount: number;
  /** What stands between the names. */
  readonly parted: Delimiter;
}

/** Lines that name leads, the last first. */
function findHeaders(lines: readonly string[], from: number): Header[] {
  const headers = lines.flatMap((text, line) => {
    if (line < from || line > from + MOST_LINES_ABOVE || !A_LEAD.test(text)) return [];
    return DELIMITERS.flatMap((delimiter) => {
      const columns = toNames(toCells(text.replace(COMMENT, ''), delimiter)).map((label) => toColumn(label));
      const leadCount = new Set(columns.flatMap((column) => (column.kind === 'lead' ? [column.lead] : []))).size;
      return leadCount > 0 ? [{ line, columns, leadCount, parted: delimiter }] : [];
    });
  });
  return headers.reverse();
}

function findNamedColumns(
  rows: readonly string[][],
  headers: readonly Header[],
  isSkipped: (index: number) => boolean,
  delimiter: Delimiter,
): Candidate | undefined {
  const isOwn = ({ parted }: Header) => parted === delimiter;
  const bestFirst = [...headers].sort((a, b) => b.leadCount - a.leadCount || Number(isOwn(b)) - Number(isOwn(a)));
  for (const header of bestFirst) {
    const { line, columns, leadCount } = header;
    const isSamples = (index: number) => !isSkipped(index) && fits(rows[index]!, columns);
    // Also where the damage makes a comment of it.
    const isDamaged = (index: number) => isDamagedRow(rows[index]!, columns.length);
    const between = Array.from({ length: MOST_LINES_BETWEEN }, (_, index) => line + 1 + index).filter((index) => index < rows.length);
    const firstLine = between.find((index) => isSamples(index) || isDamaged(index));
    if (firstLine === undefined || (!isOwn(header) && rows[firstLine]!.length !== columns.length)) continue;
    if (leadCount === 1 && rows.filter((_, index) => index > line && isSamples(index)).length < LEAST_ROWS) continue;
    const units = rows.slice(line + 1, firstLine).map(toUnits).find((cells) => cells.some((cell) => findMicrovolts(cell) !== undefined));
    // Tables of R name no column for the numbers of the rows.
    const isShifted = toNames(rows[firstLine]!).length === columns.length + 1 && countsRows(rows.filter((_, index) => index > line && isSamples(index)));
    const labels = [...(isShifted ? ['#'] : []), ...columns.map(({ label }) => label)];
    const named = labels.map((label, index) => toColumn(label, units?.[index]));
    return { layout: { signalsAre: 'columns', delimiter, tableLine: line, firstLine, columns: named }, score: 1000 * leadCount };
  }
  return undefined;
}

function findBareColumns(rows: readonly string[][], isSkipped: (index: number) => boolean, delimiter: Delimiter): Candidate | undefined {
  const held = rows.flatMap((cells, line) => (isSkipped(line) || cells.length === 0 ? [] : [{ line, cells: toNames(cells) }]));
  const widths = held.map(({ cells }) => (cells.length >= LEAST_COLUMNS && cells.every(isNumber) ? cells.length : 0));
  const run = widths.findIndex((width, index) => {
    return width > 0 && index + LEAST_ROWS <= widths.length && widths.slice(index, index + LEAST_ROWS).every((other) => other === width);
  });
  if (run < 0) return undefined;
  // A damaged row does not end the table that it stands in: what is before it is not left out, the damage is told.
  const start = widths.indexOf(widths[run]!);
  const isDamagedStart = start > 0 && isDamagedRow(held[start - 1]!.cells, widths[run]!);
  const first = isDamagedStart ? start - 1 : start;
  const { line, cells } = held[first]!;
  // Programs name columns that nobody named by numbers.
  const isNumbered = /^[01]$/.test(cells[0]!) && cells.every((cell, index) => cell === String(index + Number(cells[0])));
  const above = held[first - 1]?.cells ?? [];
  const columns = above.length === cells.length && !isNumbered ? above.map((label) => toColumn(label)) : undefined;
  const tableLine = columns ? held[first - 1]!.line : line;
  return { layout: { signalsAre: 'columns', delimiter, tableLine, firstLine: isNumbered ? line + 1 : line, columns }, score: cells.length };
}

/** Names of columns in a line, without the empty cells behind the last of them; "Lead,Lead I" names a single column. */
function toNames(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  const isPair = last === 1 && /^(?:lead|ableitung)$/i.test(cells[0]!);
  return cells.slice(isPair ? 1 : 0, last + 1);
}

/** Cells of a line of units, without brackets and, as in "10 mV", ranges. */
function toUnits(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.replace(/^[[(]|[\])]$/g, '').replace(/^[\d.,]{1,12}\s+/, ''));
}

/** Whether cells are samples of these columns: numbers of every lead, or nothing but numbers. */
function fits(cells: readonly string[], columns: readonly Column[]): boolean {
  const held = toNames(cells);
  if (held.length === 0 || !held.some((cell) => !Number.isNaN(findNumber(cell) ?? NaN))) return false;
  const isOfColumns = cells.length >= columns.length && held.length <= columns.length;
  const isLead = (index: number) => columns[index]!.kind === 'lead';
  return isOfColumns ? columns.every((_, index) => !isLead(index) || isNumber(cells[index]!)) : held.every(isNumber);
}

/** Whether the first cells of rows are 1, 2, 3 and so on, from any whole number. */
function countsRows(rows: readonly string[][]): boolean {
  const first = Number(rows[0]?.[0]);
  return rows.length > 1 && Number.isInteger(first) && rows.every(([cell], index) => cell === String(first + index));
}

/** Whether cells are what is left of a row of so many samples: some may be no numbers, or run into each other. */
function isDamagedRow(cells: readonly string[], width: number): boolean {
  return cells.length > width / 2 && areMostlyNumbers(cells);
}

function isNumber(cell: string): boolean {
  return findNumber(cell) !== undefined;
}
