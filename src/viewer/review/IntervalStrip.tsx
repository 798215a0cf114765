import { useCallback } from 'react';
import { Mark } from '../marks/Mark';
import { drawInterval, type IntervalValue } from './drawInterval';
import './IntervalStrip.css';

interface IntervalStripProps extends IntervalValue {
  /** Where the axis begins; it ends at 1. */
  readonly lowest: number;
}

const WIDTH = 140;
const HEIGHT = 20;

/** A coefficient of agreement and its interval as a picture, beside the numbers. */
export function IntervalStrip({ value, ends, lowest }: IntervalStripProps) {
  const draw = useCallback(() => drawInterval({ value, ends }, lowest, WIDTH, HEIGHT), [value, ends, lowest]);
  return (
    <svg className="interval-strip" aria-hidden width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <Mark draw={draw} />
    </svg>
  );
}
