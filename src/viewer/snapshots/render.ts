import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { toStableIds } from '../export/stableIds';

/** Renders an element into a detached node of the test's document, marks included. */
export function render(element: ReactElement): HTMLElement {
  const container = document.createElement('div');
  const root = createRoot(container);
  flushSync(() => root.render(element));
  return container;
}

const STYLE_SHEETS = ['tokens', 'paper', 'PrototypePair', 'bars', 'ContributionChart', 'TimeLedgerLane'];

/** The viewer's style sheets, so that a snapshot looks as the page does. */
function readStyles(more: readonly string[]): string {
  return [...STYLE_SHEETS, ...more].map((name) => readFileSync(join(import.meta.dirname, '..', `${name}.css`), 'utf8')).join('\n');
}

/**
 * What was rendered, as an SVG file with its styles that any browser opens.
 * @param styleSheets those that the figure needs besides the usual ones.
 */
export function toSvgFile(rendered: HTMLElement, width: number, height: number, styleSheets: readonly string[] = []): string {
  // Icons bring it as an attribute, and the serializer writes it by itself.
  for (const icon of rendered.querySelectorAll('svg[xmlns]')) icon.removeAttribute('xmlns');
  const body = toStableIds(new XMLSerializer().serializeToString(rendered)).replaceAll('><', '>\n<');
  const file = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<style>\n${readStyles(styleSheets)}\nfigure, article, section { font-family: var(--font); }\n</style>`,
    `<foreignObject width="${width}" height="${height}">`,
    body,
    '</foreignObject>',
    '</svg>',
    '',
  ].join('\n');
  const fault = new DOMParser().parseFromString(file, 'image/svg+xml').querySelector('parsererror');
  if (fault !== null) throw new Error(`The snapshot is no SVG file: ${fault.textContent}`);
  return file;
}
