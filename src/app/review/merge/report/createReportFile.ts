import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import intervalStyles from '../../../../viewer/review/IntervalStrip.css?raw';
import scoreStyles from '../../../../viewer/review/ScoreFigure.css?raw';
import tokens from '../../../../viewer/tokens.css?raw';
import dataTableStyles from '../dataTable.css?raw';
import reportStyles from './mergedReport.css?raw';

/** A report as one file that any browser opens: nothing in it is loaded, and nothing runs. */
export function createReportFile(report: ReactElement, title: string): string {
  const holder = document.createElement('div');
  const root = createRoot(holder);
  flushSync(() => root.render(report));
  // What can be scrolled on the page lies open in the file.
  for (const table of holder.querySelectorAll('[tabindex]')) table.removeAttribute('tabindex');
  const body = holder.innerHTML;
  root.unmount();
  const heading = document.createElement('title');
  heading.textContent = title;
  const styles = [tokens, dataTableStyles, scoreStyles, intervalStyles, reportStyles].join('\n');
  return [
    '<!doctype html>',
    '<html lang="en" data-theme="light">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    heading.outerHTML,
    `<style>\n${styles}\nbody { margin: 16px; background: var(--surface); }\n</style>`,
    '</head>',
    `<body>\n${body}\n</body>`,
    '</html>',
    '',
  ].join('\n');
}
