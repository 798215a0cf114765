import { type PrototypeKey, toPrototypeName } from '../../explanation/prototypeKey';
import { toPrintedSettings } from '../../viewer/settingsLines';
import { text } from '../text';
import { findParts } from './findParts';
import { SaveFigure } from './SaveFigure';

interface SavePairProps {
  readonly prototype: PrototypeKey;
}

/** Saves a case: the patient's and the prototype's panels as they are drawn. */
export function SavePair({ prototype }: SavePairProps) {
  const name = toPrototypeName(prototype);
  const figure = {
    id: `case-${name.replace('/', '-')}`,
    name: text.figures.pair(name),
    findParts: (panel: Element) => findParts(panel, '.pair-figure svg[role=img]'),
    findNotes: (panel: Element) => [...panel.querySelectorAll('.pair-source, .pair-scale')].map(({ textContent }) => text.figures.note(toPrintedSettings(textContent))),
  };
  return <SaveFigure panel="article" figures={[figure]} />;
}
