import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPaperPattern, type Picture } from './drawPrototype';

/** A picture and the lines of text that stand above it. */
export interface Captioned {
  readonly caption: readonly string[];
  readonly picture: Picture;
}

const GAP = 16;
const LINE = 16;
const TITLE = 32;

const STYLES = ['tokens', 'paper']
  .map((name) => readFileSync(join(import.meta.dirname, '../../src/viewer', `${name}.css`), 'utf8'))
  .join('\n');

/** Pictures row by row under a title, as an SVG file with its styles that any browser opens. */
export function drawContactSheet(title: string, members: readonly Captioned[], columns: number): string {
  const columnWidth = Math.max(...members.map(({ picture }) => picture.width));
  const shown = Math.min(columns, members.length);
  const width = GAP + shown * (columnWidth + GAP);
  const placed: string[] = [];
  let y = GAP + TITLE;
  for (let first = 0; first < members.length; first += columns) {
    const row = members.slice(first, first + columns);
    const captionHeight = LINE * Math.max(...row.map(({ caption }) => caption.length));
    row.forEach(({ caption, picture }, column) => {
      const lines = caption.map((line, i) => `<text class="caption" y="${(i + 1) * LINE - 4}">${escapeXml(line)}</text>`);
      const ecg = `<g transform="translate(0,${captionHeight})">${picture.elements}</g>`;
      placed.push(`<g transform="translate(${GAP + column * (columnWidth + GAP)},${y})">${lines.join('')}${ecg}</g>`);
    });
    y += captionHeight + Math.max(...row.map(({ picture }) => picture.height)) + GAP;
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" data-theme="light" width="${width}" height="${y}" viewBox="0 0 ${width} ${y}">`,
    `<style>\n${STYLES}\ntext { fill: var(--ink); font-family: var(--font); } .title { font-size: var(--text-20); } .caption { font-size: var(--text-12); } .paper-squares { fill: url(#paper); } .band { fill: var(--paper-evidence); }\n</style>`,
    drawPaperPattern(),
    `<rect width="${width}" height="${y}" fill="var(--surface)"/>`,
    `<text class="title" x="${GAP}" y="${GAP + TITLE / 2}">${escapeXml(title)}</text>`,
    ...placed,
    '</svg>\n',
  ].join('\n');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
