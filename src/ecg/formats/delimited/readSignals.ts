import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import { isBlank, isTableTitle, type Layout } from './findLayout';
import { areMostlyNumbers, type DecimalMarks, findNumber, hasThousands, noteMark } from './numberText';
import { toCells } from './toCells';
import { type Column, toColumn } from './toColumn';

/** What a column or row of a table holds. */
export interface Signal {
  /** Undefined where nothing names it. */
  readonly column: Column | undefined;
  /** Its numbers, NaN where one is missing; none where they are of no use here, as in a column of remarks. */
  readonly values: readonly number[];
  /** What its cells say where they may be times. */
  readonly texts: readonly string[];
  /** The line of a value, counted from 1. */
  readonly toLine: (index: number) => number;
}

/**
 * Reads the samples of a table that was found in a text.
 * @throws Problem that quotes line and text where a cell is no number, rows differ in length, the table holds fewer rows
 *   or columns than announced, or it cannot be told what comma and point mean.
 */
export function readSignals(lines: readonly string[], layout: Layout, name: string): readonly Signal[] {
  const marks: DecimalMarks = {};
  const signals = layout.signalsAre === 'rows' ? readRows(lines, layout, marks, name) : readColumns(lines, layout, marks, name);
  requireClearMarks(marks, name);
  return signals;
}

function readColumns(lines: readonly string[], layout: Layout, marks: DecimalMarks, name: string): Signal[] {
  const { delimiter, firstLine, columns, announced } = layout;
  const width = columns?.length ?? toWidth(toCells(lines[firstLine]!, delimiter));
  const signals = Array.from({ length: width }, (_, index) => ({ column: columns?.[index], values: [] as number[], texts: [] as string[] }));
  const numbered: number[] = [];
  let comment: number | undefined;
  for (let line = firstLine; line < lines.length && !isTableTitle(lines[line]!); line++) {
    if (isBlank(lines[line]!)) {
      if (lines[line]!.trim() !== '') comment ??= line;
      continue;
    }
    if (comment !== undefined) throw toStrayComment(lines[comment]!, comment, name);
    const cells = toCells(lines[line]!, delimiter);
    requireWidth(cells, width, line, layout, name);
    signals.forEach(({ column, values, texts }, index) => {
      const cell = cells[index]!;
      if (isSample(column)) values.push(toSample(cell, column, line, marks, name));
      if (column?.kind === 'time' || (!column && index === 0)) texts.push(cell);
    });
    numbered.push(line + 1);
  }
  // A damaged row may look like one.
  if (comment !== undefined && areMostlyNumbers(toCells(lines[comment]!, delimiter))) throw toStrayComment(lines[comment]!, comment, name);
  requireAnnounced(numbered.length, width, announced, name);
  return signals.map((signal) => ({ ...signal, toLine: (index) => numbered[index]! }));
}

function toStrayComment(text: string, line: number, name: string): Problem {
  return new Problem(`${name} has ${toQuote(text)} in line ${line + 1}, among the samples.`);
}

function readRows(lines: readonly string[], layout: Layout, marks: DecimalMarks, name: string): Signal[] {
  const { delimiter, firstLine, hasRowNames } = layout;
  const signals: Signal[] = [];
  let length: number | undefined;
  for (let line = firstLine; line < lines.length; line++) {
    if (isBlank(lines[line]!)) continue;
    const cells = toCells(lines[line]!, delimiter);
    const column = hasRowNames ? toColumn(cells[0]!) : undefined;
    const texts = cells.slice(hasRowNames ? 1 : 0, toWidth(cells));
    length ??= texts.length;
    if (texts.length !== length) {
      throw new Problem(`${name} is cut off or damaged: line ${line + 1} holds ${texts.length} values and the line before it ${length}.`);
    }
    const values = isSample(column) ? texts.map((cell) => toSample(cell, column, line, marks, name)) : [];
    const isTime = column?.kind === 'time' || (!column && signals.length === 0);
    signals.push({ column, values, texts: isTime ? texts : [], toLine: () => line + 1 });
  }
  return signals;
}

function isSample(column: Column | undefined): boolean {
  return !column || column.kind === 'lead' || column.kind === 'numbered';
}

function toSample(cell: string, column: Column | undefined, line: number, marks: DecimalMarks, name: string): number {
  const value = findNumber(cell);
  if (value === undefined) {
    const where = `${name} has ${toQuote(cell)} in line ${line + 1}`;
    if (hasThousands(cell)) throw new Problem(`${where}: numbers with separators of thousands cannot be read without doubt.`);
    throw new Problem(`${where}, where ${column?.kind === 'lead' ? `a value of ${column.lead}` : 'a number'} should be.`);
  }
  noteMark(cell, marks);
  return value;
}

function requireWidth(cells: readonly string[], width: number, line: number, { columns, firstLine }: Layout, name: string): void {
  const held = Math.max(toWidth(cells), Math.min(cells.length, width));
  if (held === width) return;
  const holds = `line ${line + 1} holds ${held} ${held === 1 ? 'value' : 'values'}`;
  if (line > firstLine || !columns) throw new Problem(`${name} is cut off or damaged: ${holds} and the lines before it ${width}.`);
  throw new Problem(`${name} names ${width} columns, but ${holds}.`);
}

function requireAnnounced(rowCount: number, columnCount: number, announced: Layout['announced'], name: string): void {
  if (!announced || (announced.rowCount === rowCount && announced.columnCount === columnCount)) return;
  const [told, held] = [announced, { rowCount, columnCount }].map((size) => `${size.rowCount} rows of ${size.columnCount} values`);
  throw new Problem(`${name} is cut off or damaged: it announces ${told} and holds ${held}.`);
}

function requireClearMarks({ point, comma, plain }: DecimalMarks, name: string): void {
  if (point && comma) {
    throw new Problem(`${name} holds both ${toQuote(point)} and ${toQuote(comma)}, so what point and comma mean in it is unclear.`);
  }
  const example = point ?? comma;
  if (example && plain === undefined) {
    const meanings = `a thousand and more or a number with three decimals`;
    throw new Problem(`${name} holds numbers such as ${toQuote(example)}, which may be ${meanings}: nothing in it tells which.`);
  }
}

/** The number of cells without the empty ones behind the last that holds something. */
function toWidth(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell !== '') + 1;
}
