import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { StatementExplanation } from '../../explanation/explanation';
import type { PrototypeKey } from '../../explanation/prototypeKey';
import { ContributionFigure } from '../../viewer/ContributionFigure';

const WIDTH = 640;
const ROW_HEIGHT = 22;
const TOP_COUNT = 5;

/** The chart of contributions as one picture, the five strongest prototypes of each branch by name. */
export function drawContributionFigure(explanation: StatementExplanation, selected: PrototypeKey | null, isWhatIf: boolean): SVGSVGElement {
  const holder = document.createElement('div');
  const root = createRoot(holder);
  flushSync(() =>
    root.render(
      <ContributionFigure
        explanation={explanation}
        selected={selected}
        topCount={TOP_COUNT}
        width={WIDTH}
        rowHeight={ROW_HEIGHT}
        isWhatIf={isWhatIf}
        isCompact={false}
      />,
    ),
  );
  const svg = holder.querySelector('svg')!.cloneNode(true) as SVGSVGElement;
  root.unmount();
  return svg;
}
