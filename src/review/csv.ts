/**
 * What a spreadsheet would take for a formula if a cell began with it, also in its full-width form; and the apostrophe
 * itself, so that what is put before can always be told from what was there.
 */
const FORMULA = /^[=+\-@＝＋－＠\t\r']/u;

/**
 * A table as comma-separated values (RFC 4180): CRLF ends a line, cells with commas, quotes or line breaks are quoted.
 * A text that a spreadsheet would run as a formula, and a text that begins with an apostrophe, gets an apostrophe in front;
 * numbers never do. So whoever drops the first apostrophe of every text has the text again.
 */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('');
}

function toCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
