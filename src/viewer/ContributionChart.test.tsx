// @vitest-environment jsdom
import { flushSync } from 'react-dom';
import { describe, expect, test, vi } from 'vitest';
import { toRelativeExplanation } from '../explanation/relativeExplanation';
import { muteContributions } from '../explanation/whatIf';
import { perBranch } from '../model/branch';
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
  await expect(toSvgFile(chart, 380, 720)).toMatchFileSnapshot('./snapshots/contribution-chart.svg');
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

const press = (button: HTMLElement) => flushSync(() => button.click());
const buttonNamed = (chart: HTMLElement, name: RegExp) =>
  [...chart.querySelectorAll('button')].find((button) => name.test(button.getAttribute('aria-label') ?? button.textContent!))!;

test('the others of a branch come to light ten at a time, in bars and table, and go again', () => {
  const chart = renderChart();
  const others = buttonNamed(chart, /^morphology, 933 others: [+−]\d\.\d\d logits, (supports|opposes|neutral to) CRBBB\. Show 10 more\.$/);
  others.focus();
  press(others);
  expect(chart.querySelectorAll('.ledger-row')).toHaveLength(27);
  expect(chart.querySelectorAll('.ledger-bars .waterfall-bar')).toHaveLength(27);
  expect(chart.querySelectorAll('tbody tr')).toHaveLength(27);
  expect(document.activeElement!.getAttribute('aria-label')).toMatch(/^morphology, 923 others/);

  press(buttonNamed(chart, /^Show 10 more of rhythm, 77 others$/));
  expect(chart.querySelectorAll('.ledger-row')).toHaveLength(37);
  press(buttonNamed(chart, /^Show only the strongest 3/));
  expect(chart.querySelectorAll('.ledger-row')).toHaveLength(17);
  expect(buttonNamed(chart, /^Show only/)).toBeUndefined();
  expect(document.activeElement).toBe(chart.querySelector('.ledger-row button'));
});

test('when the last of the others has come to light, the reader stands before what came', () => {
  const chart = renderChart();
  press(buttonNamed(chart, /^global, 18 others/));
  const others = buttonNamed(chart, /^global, 8 others.* Show 8 more\.$/);
  const before = others.closest('li')!.previousElementSibling!.querySelector('button');
  others.focus();
  press(others);
  expect(buttonNamed(chart, /^global, \d+ others/)).toBeUndefined();
  expect(document.activeElement).toBe(before);
  expect(before!.closest('li')!.nextElementSibling!.className).toContain('is-prototype');
});

test('says how much of the evidence the named prototypes carry, more as more are named', () => {
  const chart = renderChart();
  const sharesOf = () => {
    const [, count, supporting, opposing] =
      /^These (\d+) prototypes carry (\d+) % of what supports CRBBB and (\d+) % of what opposes it\.$/.exec(
        chart.querySelector('.ledger-coverage')!.textContent!,
      )!;
    return { count: Number(count), supporting: Number(supporting), opposing: Number(opposing) };
  };
  const before = sharesOf();
  expect(before.count).toBe(9);
  press(buttonNamed(chart, /^morphology, 933 others/));
  const after = sharesOf();
  expect(after.count).toBe(19);
  expect(after.supporting + after.opposing).toBeGreaterThan(before.supporting + before.opposing);
});

describe('what if', () => {
  const muting = { branches: ['rhythm'], prototypes: [{ branch: 'morphology', index: STRONGEST.index }] } as const;

  function renderMuted(onMute = vi.fn()): HTMLElement {
    const explanation = muteContributions(EXPLANATION, muting);
    return render(
      <ContributionChart explanation={explanation} selected={null} onSelect={vi.fn()} mutes={{ muting, isWhatIf: true, onMute }} />,
    );
  }
  const muteButton = (chart: HTMLElement, name: string) => chart.querySelector<HTMLButtonElement>(`[aria-label="Mute ${name}"]`)!;

  test('looks as in its snapshot', async () => {
    await expect(toSvgFile(renderMuted(), 380, 720)).toMatchFileSnapshot('./snapshots/contribution-chart-what-if.svg');
  });

  test('each branch and each named prototype has a button to mute it, in the chart and in the table; without the means none has', () => {
    const buttons = renderMuted().querySelectorAll('.ledger-mute');
    expect(buttons).toHaveLength(2 * (3 + 9));
    expect(renderChart().querySelector('.ledger-mute')).toBeNull();
  });

  test('a muted row says what it would be, has an outline for a bar, and can be given back', () => {
    const onMute = vi.fn();
    const chart = renderMuted(onMute);
    const name = `morphology/${STRONGEST.index}`;
    const row = buttonNamed(chart, new RegExp(`^${name}, `));
    expect(row.getAttribute('aria-label')).toContain(`muted, would be ${formatLogit(STRONGEST.contribution)} logits, `);
    expect(row.closest('li')!.className).toContain('is-muted');
    // The branch, its three strongest, its others, and one prototype of another.
    expect(chart.querySelectorAll('.ledger-bars .is-muted')).toHaveLength(6);
    const button = muteButton(chart, name);
    expect(button.getAttribute('aria-pressed')).toBe('true');
    button.click();
    expect(onMute).toHaveBeenCalledExactlyOnceWith({ kind: 'prototype', branch: 'morphology', index: STRONGEST.index }, false);
    muteButton(chart, 'global').click();
    expect(onMute).toHaveBeenLastCalledWith({ kind: 'branch', branch: 'global' }, true);
  });

  test('what is muted with its branch cannot be given back alone', () => {
    const chart = renderMuted();
    const own = EXPLANATION.contributions.find(({ branch }) => branch === 'rhythm')!;
    expect(muteButton(chart, `rhythm/${own.index}`).disabled).toBe(true);
    expect(muteButton(chart, 'rhythm').disabled).toBe(false);
    expect(muteButton(chart, 'rhythm').getAttribute('aria-pressed')).toBe('true');
  });

  test('the sum is of what is not muted, and is the what-if’s logit', () => {
    const words = renderMuted().textContent!;
    const logit = EXPLANATION.logit - EXPLANATION.branchContributions.rhythm - STRONGEST.contribution;
    expect(words).toContain(`What-if logit ${formatLogit(logit)} → probability `);
    expect(words).toMatch(/bias \+ Σ 956 contributions that are not muted = what-if logit \(difference \de-\d+\)/);
    expect(words).toMatch(/These 5 prototypes carry/);
  });
});

describe('relative to the average ECG', () => {
  const counts = { rhythm: 80, morphology: 936, global: 21 };
  const similarities = perBranch((branch) => Array.from({ length: counts[branch] }, (_, i) => 0.2 + 0.001 * i));
  const relative = toRelativeExplanation(EXPLANATION, { similarities, ecgCount: { fewest: 200, most: 200 } });

  test('starts from the average ECG, adds up to the very logit, and has the averages in its table', () => {
    const chart = render(<ContributionChart explanation={relative} selected={null} onSelect={vi.fn()} />);
    expect(chart.querySelector('.ledger-row')!.textContent).toMatch(/^Average ECG[+−]\d/);
    expect(chart.textContent).toContain(`logit ${formatLogit(EXPLANATION.logit)} → probability `);
    expect(chart.textContent).toContain('average ECG + Σ 1,037 contributions = logit');
    expect([...chart.querySelectorAll('th[scope=col]')].map(({ textContent }) => textContent)).toContain('Average');
    expect(chart.querySelector('tbody tr')!.textContent).toMatch(/^average ECG/);
  });
});

test('rows are 44 px high where a finger must hit them', () => {
  const rowHeight = (isTouch: boolean) => {
    const chart = render(<ContributionChart explanation={EXPLANATION} selected={null} onSelect={vi.fn()} isTouch={isTouch} />);
    const bars = [...chart.querySelectorAll('.ledger-bars .waterfall-bar')].map((bar) => Number(bar.getAttribute('y')) + Number(bar.getAttribute('height')) / 2);
    return [chart.querySelector<HTMLElement>('.ledger-body')!.style.getPropertyValue('--row-height'), bars[1]! - bars[0]!];
  };
  expect(rowHeight(false)).toEqual(['30px', 30]);
  expect(rowHeight(true)).toEqual(['44px', 44]);
});
