import Papa from 'papaparse';

/** What stands between the cells of a line, the surest sign first; a space stands for any white space. */
export const DELIMITERS = ['\t', ';', ',', ' '] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/** The cells of a line, without quotation marks and the white space around them. */
export function toCells(line: string, delimiter: Delimiter): string[] {
  const text = delimiter === ' ' ? line.trim().replace(/\s+/g, ' ') : line;
  // The library is called where only it is needed, or a table of quoted numbers would take seconds.
  const cells = text.includes('"') ? (Papa.parse<string[]>(text, { delimiter }).data[0] ?? []) : text.split(delimiter);
  return cells.map(toCell);
}

function toCell(text: string): string {
  const cell = text.trim();
  return cell.length > 1 && cell.startsWith("'") && cell.endsWith("'") ? cell.slice(1, -1).trim() : cell;
}
