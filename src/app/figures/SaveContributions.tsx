import type { StatementExplanation } from '../../explanation/explanation';
import type { PrototypeKey } from '../../explanation/prototypeKey';
import type { FigurePart } from '../../viewer/export/figureFile';
import { text } from '../text';
import { SaveFigure } from './SaveFigure';

interface SaveContributionsProps {
  readonly explanation: StatementExplanation;
  readonly selected: PrototypeKey | null;
  readonly isWhatIf: boolean;
}

/** Saves the chart of contributions: drawn anew for the file, because names and values on the page are no part of its picture. */
export function SaveContributions({ explanation, selected, isWhatIf }: SaveContributionsProps) {
  const draw = async (): Promise<readonly FigurePart[]> => {
    const { drawContributionFigure } = await import('./drawContributionFigure');
    return [{ svg: drawContributionFigure(explanation, selected, isWhatIf), caption: null }];
  };
  const figure = {
    id: `contributions-${explanation.code.toLowerCase()}`,
    name: text.figures.contributions(explanation.code),
    findParts: draw,
  };
  return <SaveFigure panel="section" figures={[figure]} />;
}
