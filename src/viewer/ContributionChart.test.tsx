// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { ContributionChart } from './ContributionChart';
import { formatLogit } from './format';
import { createExplanation } from './snapshots/explanationFixture';
import { render, toSvgFile } from './snapshots/render';

const EXPLANATION = createExplanation();
const STRONGEST = EXPLANATION.contributions.find(({ branch }) => branch === 'morphology')!;

function renderChart(onSelect = vi.fn(), selected: { branch: 'morphology'; index: number } | null = null): HTMLElement {
  const chart = render(<ContributionChart explanation={EXPLANATION} selected={selected} onSelect={onSelect} />);
  document.body.append(chart);
  return chart;
}

test('looks as in its snapshot', async () => {
  const chart = renderChart(vi.fn(), { branch: 'morphology', index: STRONGEST.index });
  await expect(toSvgFile(chart, 380, 680)).toMatchFileSnapshot('./snapshots/contribution-chart.svg');
});

test('has a row and a bar for bias, each branch, its three strongest prototypes, the others, and the logit', () => {
  const chart = renderChart();
  expect(chart.querySelectorAll('.ledger-row')).toHaveLength(1 + 3 * 5 + 1);
  expect(chart.querySelectorAll('.ledger-bars .waterfall-bar')).toHaveLength(1 + 3 * 5 + 1);
});

test('draws an opposing bar hatched, and a supporting one solid', () => {
  const chart = renderChart();
  for (const bar of chart.querySelectorAll('.ledger-bars .is-opposing')) expect(bar.getAttribute('fill')).toMatch(/^url\(#.*hatch\)$/);
  for (const bar of chart.querySelectorAll('.ledger-bars .is-supporting')) expect(bar.getAttribute('fill')).toBeNull();
  expect(chart.querySelectorAll('.ledger-bars .is-opposing').length).toBeGreaterThan(1);
});

test('a bar is as long as its contribution, on one axis of logits', () => {
  const chart = renderChart();
  const bars = [...chart.querySelectorAll('.ledger-bars .waterfall-bar')].map((bar) => Number(bar.getAttribute('width')));
  const values = [...chart.querySelectorAll('.ledger-value')].map(({ textContent }) =>
    Math.abs(Number(/[+−]?([\d.]+)/.exec(textContent!)![1])),
  );
  const pixelsPerLogit = bars.at(-1)! / values.at(-1)!;
  bars.forEach((width, i) => expect(Math.abs(width - pixelsPerLogit * values[i]!)).toBeLessThan(2));
});

test('a prototype’s row is a button that names prototype, classes, contribution and its meaning', () => {
  const onSelect = vi.fn();
  const chart = renderChart(onSelect);
  const name = `morphology/${STRONGEST.index}, ${STRONGEST.classes.join(' + ')}`;
  const button = [...chart.querySelectorAll('button')].find((candidate) => candidate.getAttribute('aria-label')!.startsWith(name))!;
  expect(button.getAttribute('aria-label')).toContain(`${formatLogit(STRONGEST.contribution)} logits, `);
  expect(button.getAttribute('aria-label')).toMatch(/(supports|opposes) CRBBB$/);
  button.click();
  expect(onSelect).toHaveBeenCalledExactlyOnceWith({ branch: 'morphology', index: STRONGEST.index });
});

test('the selected prototype’s row is pressed, and only it', () => {
  const chart = renderChart(vi.fn(), { branch: 'morphology', index: STRONGEST.index });
  expect(chart.querySelectorAll('button[aria-pressed=true]')).toHaveLength(1);
});

test('ends in logit, probability, threshold and verdict, and says that the sum is exact', () => {
  const words = renderChart().textContent!;
  expect(words).toContain(`logit ${formatLogit(EXPLANATION.logit)} → probability `);
  expect(words).toContain(EXPLANATION.predicted ? '(threshold 50 %): predicted' : '(threshold 50 %): not predicted');
  expect(words).toContain('bias + Σ 1,037 contributions = logit (difference 2e-7)');
});

test('says the same in a table, with similarities only as text beside their own maximum', () => {
  const rows = [...renderChart().querySelectorAll('tbody tr')];
  expect(rows).toHaveLength(17);
  expect(rows.map(({ textContent }) => textContent).join('\n')).toMatch(/morphology\/\d+ \w+[+−]\d\.\d\d(supports|opposes)\d\.\d\d of 13 \(\d+ %\)/);
});
