import type { ComponentProps } from 'react';
import { expect } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import type { Arrangement, EcgLayout } from '../arrangement';
import { EcgFigure } from '../EcgFigure';
import { DEFAULT_PAPER } from '../paper';
import { render, toSvgFile } from './render';

/** Ten seconds in twelve leads, at 100 Hz. */
export const ECG = createSyntheticEcg({ seed: 3, samplingRateHz: 100 });
export type FigureProps = ComponentProps<typeof EcgFigure>;

/** The evidence window that is marked unless a test says otherwise. */
export const MATCH = { startSeconds: 3.12, endSeconds: 4.05, label: 'morphology/151' };
export const HALO = { startSeconds: 1.1, endSeconds: 6.09, isCutAtStart: false, isCutAtEnd: false, label: 'network saw this' };
export const CALIPERS = { kind: 'time', lead: 'II', ends: [4.2, 5.04], activeEnd: 1, isMarching: false } as const;

/** Draws the synthetic ECG, with its evidence window, but for these changes. */
export function renderFigure(layout: EcgLayout, change: Partial<FigureProps> & Partial<Arrangement> = {}): HTMLElement {
  const { leadOrder = 'standard', rhythmLead = 'II', ...props } = change;
  return render(
    <EcgFigure
      ecg={ECG}
      derived={null}
      paper={DEFAULT_PAPER}
      isTrueSize={false}
      arrangement={{ layout, leadOrder, rhythmLead }}
      match={MATCH}
      title="Record 1"
      {...props}
    />,
  );
}

/** Compares with a file of `snapshots` beside the test. */
export async function expectSnapshot(figure: HTMLElement, name: string): Promise<void> {
  const svg = figure.querySelector('svg')!;
  const size = [Math.ceil(Number(svg.getAttribute('width'))), Math.ceil(Number(svg.getAttribute('height')))] as const;
  await expect(toSvgFile(figure, ...size)).toMatchFileSnapshot(`./snapshots/${name}.svg`);
}

/** All words of a figure, a line each. */
export function wordsOf(figure: HTMLElement): string {
  return [...figure.querySelectorAll('text')].map(({ textContent }) => textContent).join('\n');
}

/** The leads of the elements that a selector finds, in their order. */
export function leadsOf(figure: HTMLElement, selector: string): (string | undefined)[] {
  return [...figure.querySelectorAll<SVGElement>(selector)].map((node) => node.dataset['lead']);
}

/** The path of a lead's first trace. */
export function pathOf(figure: HTMLElement, lead: string): string {
  return figure.querySelector(`.paper-trace[data-lead="${lead}"]`)!.getAttribute('d')!;
}
