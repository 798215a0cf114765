// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { ContributionFigure } from './ContributionFigure';
import type { StatementExplanation } from '../explanation/explanation';
import { formatLogit } from './format';
import { createExplanation } from './snapshots/explanationFixture';
import { render, toSvgFile } from './snapshots/render';

const EXPLANATION = createExplanation();

function renderFigure(isCompact = false, topCount = 3): HTMLElement {
  return render(
    <ContributionFigure explanation={EXPLANATION} selected={null} topCount={topCount} width={640} rowHeight={22} isWhatIf={false} isCompact={isCompact} />,
  );
}
const wordsOf = (figure: HTMLElement) => [...figure.querySelectorAll('.chart-text')].map(({ textContent }) => textContent!);

test('looks as in its snapshot', async () => {
  await expect(toSvgFile(renderFigure(), 640, 470, ['ContributionFigure'])).toMatchFileSnapshot('./snapshots/contribution-figure.svg');
});

test('writes name and signed value of every row into the picture itself', () => {
  const words = wordsOf(renderFigure());
  const strongest = EXPLANATION.contributions.find(({ branch }) => branch === 'morphology')!;
  expect(words).toContain(`morphology/${strongest.index} ${strongest.classes.join(' + ')}`);
  const sign = strongest.contribution > 0 ? 'supports' : 'opposes';
  expect(words).toContain(`${formatLogit(strongest.contribution)} ${sign}`);
  // Bias, three branches with three prototypes and the others, logit: a name and a value each.
  expect(words.filter((word) => /^[+−]?\d+\.\d\d/.test(word))).toHaveLength(17);
  expect(words).toContain('bias + Σ 1,037 contributions = logit (difference 2e-7)');
});

test('tells assistive technology the rows', () => {
  expect(renderFigure().querySelector('desc')!.textContent).toMatch(
    new RegExp(`^In logits: Bias ${formatLogit(EXPLANATION.bias)}; Rhythm .*; Logit [+−][\\d.]+\\.$`),
  );
});

test('compact, leaves the words to the page around it', () => {
  const words = wordsOf(renderFigure(true, 0)).join('\n');
  expect(words).not.toMatch(/probability|difference|\d (supports|opposes)/);
  expect(words).toMatch(/936 others/);
});

test('of a what-if from the average ECG, says so, and puts what is muted in brackets', () => {
  const [first] = EXPLANATION.contributions;
  const muted: StatementExplanation = {
    ...EXPLANATION,
    averageEcg: {} as NonNullable<StatementExplanation['averageEcg']>,
    contributions: EXPLANATION.contributions.map((one) => (one === first ? { ...one, contribution: 0, muted: true } : one)),
  };
  const figure = render(
    <ContributionFigure explanation={muted} selected={null} topCount={3} width={640} rowHeight={22} isWhatIf isCompact={false} />,
  );
  const words = wordsOf(figure);
  expect(words).toContain('Average ECG');
  expect(words).toContain(`(${formatLogit(first!.contribution)}) muted`);
  expect(words).toContain('average ECG + Σ 1,036 contributions that are not muted = what-if logit (difference 2e-7)');
  expect(figure.querySelector('title')!.textContent).toBe('What if: contributions to CRBBB');
});
