import { range } from 'd3';
import type { SizeMm, SizeObject } from './sizeObject';

interface SizeOutlineProps {
  readonly object: SizeObject;
  readonly size: SizeMm;
  readonly pixelsPerMm: number;
}

/** The rounding of a card's corners, in millimetres (ISO/IEC 7810). */
const CORNER_MM = 3.18;
/** Lengths of a ruler's lines at every millimetre, fifth and tenth millimetre. */
const LINES_MM = [3, 4.5, 6] as const;

/** A thing of known size as large as it would be with so many CSS pixels a millimetre. */
export function SizeOutline({ object, size: { widthMm, heightMm }, pixelsPerMm }: SizeOutlineProps) {
  const width = widthMm * pixelsPerMm;
  const height = heightMm * pixelsPerMm;
  return (
    <svg className="size-outline" aria-hidden="true" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <rect
        x={0.5}
        y={0.5}
        width={Math.max(0, width - 1)}
        height={Math.max(0, height - 1)}
        rx={object === 'card' ? CORNER_MM * pixelsPerMm : 0}
      />
      {object === 'ruler' && (
        <>
          <path d={range(1, widthMm).map((mm) => `M${mm * pixelsPerMm},0v${lineMm(mm) * pixelsPerMm}`).join('')} />
          {range(10, widthMm, 10).map((mm) => (
            <text key={mm} x={mm * pixelsPerMm} y={(LINES_MM[2] + 4) * pixelsPerMm} textAnchor="middle">
              {mm / 10}
            </text>
          ))}
        </>
      )}
    </svg>
  );
}

function lineMm(mm: number): number {
  if (mm % 10 === 0) return LINES_MM[2];
  return mm % 5 === 0 ? LINES_MM[1] : LINES_MM[0];
}
