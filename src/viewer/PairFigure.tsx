import type { TimeSpan } from './layout';
import type { PairLayout } from './pairLayout';
import { PairPanel } from './PairPanel';
import type { PairLayer, PairScene } from './pairScene';
import { toPartWords } from './pairWords';

interface PairFigureProps {
  readonly layers: readonly PairLayer[];
  readonly scene: PairScene;
  readonly layout: PairLayout;
  /** The segments in their own records; null where whole records are compared. */
  readonly here: TimeSpan | null;
  readonly there: TimeSpan | null;
  readonly prototypeName: string;
  readonly source: string;
}

/** A panel of a pair under the names of what it shows. */
export function PairFigure({ layers, scene, layout, here, there, prototypeName, source }: PairFigureProps) {
  const isBeat = scene.span === 'beat';
  const timeHere = isBeat ? 'median beat' : toPartWords(here);
  const timeThere = isBeat ? 'median beat' : toPartWords(there);
  const names = layers.map(({ whose }) => {
    switch (whose) {
      case 'patient':
        return { whose, caption: 'This ECG', part: timeHere, title: `This ECG, ${timeHere}` };
      case 'prototype':
        return { whose, caption: 'Prototype', part: timeThere, title: `Prototype ${prototypeName}, ${timeThere} of source ${source}` };
      case 'difference':
        return {
          whose,
          caption: 'This ECG minus the prototype',
          part: isBeat ? 'median beats' : `${timeHere} minus ${timeThere}`,
          title: `This ECG, ${timeHere}, minus prototype ${prototypeName}, ${timeThere}`,
        };
    }
  });
  return (
    <figure className="pair-figure">
      <figcaption>
        {names.map(({ whose, caption, part }) => (
          <span key={whose}>
            {names.length > 1 && (
              <svg className="pair-sample is-overlaid" aria-hidden width={28} height={8} viewBox="0 0 28 8">
                <path className={`paper-trace paper-trace-${whose}`} d="M1,4H27" />
              </svg>
            )}
            <strong className={whose === 'prototype' ? 'pair-prototype-word' : undefined}>{caption}</strong> {part}
          </span>
        ))}
      </figcaption>
      <PairPanel
        layers={layers}
        layout={layout}
        peakSeconds={scene.peakSeconds}
        title={`${names.map(({ title }) => title).join(', and on the same paper: ')}, twelve leads`}
      />
    </figure>
  );
}
