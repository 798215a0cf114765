// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import type { Arrangement } from './arrangement';
import { EcgFigure } from './EcgFigure';
import { layoutEcg } from './layoutEcg';
import { LeadNames } from './LeadNames';
import { DEFAULT_PAPER } from './paper';
import { render } from './snapshots/render';

const ECG = createSyntheticEcg({ seed: 3, samplingRateHz: 100 });
const PAPER = { ...DEFAULT_PAPER, pixelsPerMm: 2 * DEFAULT_PAPER.pixelsPerMm };

test.each(['page', 'stacked', 'sixByTwo'] as const)('stand exactly on the sheet’s own names: %s', (layout) => {
  const arrangement: Arrangement = { layout, leadOrder: 'cabrera', rhythmLead: 'V1' };
  const figure = render(
    <EcgFigure ecg={ECG} derived={null} paper={PAPER} isTrueSize={false} arrangement={arrangement} match={null} title="ECG" />,
  );
  const own = [...figure.querySelectorAll('.paper-lead')].map((name) => ({
    name: name.textContent,
    x: Number(name.getAttribute('x')),
    y: Number(name.getAttribute('y')),
  }));
  const names = render(<LeadNames sheet={layoutEcg(ECG, arrangement, null, PAPER)} paper={PAPER} />);
  const following = [...names.querySelectorAll<SVGTextElement>('text')].map((name) => {
    const { left, top } = (name.closest('div') as HTMLElement).style;
    return {
      name: name.textContent,
      x: parseFloat(left) + Number(name.getAttribute('x')),
      y: parseFloat(top) + Number(name.getAttribute('y')),
    };
  });
  expect(following.map(({ name }) => name)).toEqual(own.map(({ name }) => name));
  following.forEach(({ x, y }, i) => {
    expect(x).toBeCloseTo(own[i]!.x, 3);
    expect(y).toBeCloseTo(own[i]!.y, 3);
  });
});
