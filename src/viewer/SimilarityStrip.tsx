import { useCallback, useMemo, useRef } from 'react';
import type { PrototypeReference } from '../model/protocol';
import { formatCount, formatSimilarity } from './format';
import { drawSimilarityStrip, similarityStripHeight, type SimilarityRow } from './marks/drawSimilarityStrip';
import { Mark } from './marks/Mark';
import './SimilarityStrip.css';
import { useWidth } from './useWidth';

interface SimilarityStripProps {
  readonly reference: PrototypeReference;
  /** Which percentiles the reference holds, in percent, rising. */
  readonly percents: readonly number[];
  /** The patient's own similarity. */
  readonly similarity: number;
  /** The prototype's SCP codes. */
  readonly classes: readonly string[];
}

/** Assumed until the strip is measured, in CSS pixels. */
const INITIAL_WIDTH = 480;

/** How similar ECGs with and without a prototype's class usually are to it, and where this one stands. */
export function SimilarityStrip({ reference, percents, similarity, classes }: SimilarityStripProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, INITIAL_WIDTH);
  const rows = useMemo(() => toRows(reference, classes.join(' or ')), [reference, classes]);
  const height = similarityStripHeight(rows.length);
  const draw = useCallback(
    () => drawSimilarityStrip(rows, percents, { similarity, label: `this ECG ${formatSimilarity(similarity)}` }, width),
    [rows, percents, similarity, width],
  );
  if (rows.length === 0) return null;
  return (
    <figure className="similarity-figure">
      <ul style={{ paddingBlockStart: 20 }}>
        {rows.map(({ name }) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <div ref={frame}>
        <svg aria-hidden width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          <Mark draw={draw} />
        </svg>
      </div>
      <figcaption>
        {rows.map(({ name, distribution }) => `${name} – ${toRangeWords(distribution.similarities, percents)}. `)}
        Box: the middle half; stroke: the median; line: {percents[0]} to {percents.at(-1)} %.
      </figcaption>
    </figure>
  );
}

function toRows(reference: PrototypeReference, codes: string): readonly SimilarityRow[] {
  const rows = [
    { name: `${formatCount(reference.with.count)} ECGs with ${codes}`, distribution: reference.with },
    { name: `${formatCount(reference.without.count)} without`, distribution: reference.without },
  ];
  return rows.filter(({ distribution }) => distribution.count > 0);
}

function toRangeWords(similarities: readonly number[], percents: readonly number[]): string {
  return percents.map((percent, i) => `${percent} %: ${formatSimilarity(similarities[i]!)}`).join(', ');
}
