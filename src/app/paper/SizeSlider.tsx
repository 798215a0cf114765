import { Minus, Plus } from 'lucide-react';
import { useRef } from 'react';
import { Button, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { type SizeObject, sizeObjectMm } from '../../viewer/sizeObject';
import { SizeOutline } from '../../viewer/SizeOutline';
import { useWidth } from '../../viewer/useWidth';
import { text } from '../text';
import { useMediaQuery } from '../useMediaQuery';
import { PHONE } from '../widths';

interface SizeSliderProps {
  readonly object: SizeObject;
  /** CSS pixels a millimetre. */
  readonly pixelsPerMm: number;
  onChange(pixelsPerMm: number): void;
}

/** Smaller than this no screen draws a card or a ruler, in CSS pixels. */
const LEAST_WIDTH = 60;
const ROOM_BEFORE_MEASURED = 1000;

/** A thing of known size whose right edge the reader moves, by pointer, keys or buttons, a CSS pixel at a time. */
export function SizeSlider({ object, pixelsPerMm, onChange }: SizeSliderProps) {
  const isPhone = useMediaQuery(PHONE);
  const track = useRef<HTMLDivElement>(null);
  const room = useWidth(track, ROOM_BEFORE_MEASURED);
  const size = sizeObjectMm(object, isPhone);
  const width = Math.round(size.widthMm * pixelsPerMm);
  const setWidth = (pixels: number): void => onChange(Math.min(room, Math.max(LEAST_WIDTH, pixels)) / size.widthMm);
  return (
    <Slider
      className="size-slider"
      aria-label={text.trueSize.width(object)}
      // From 0 to the room in pixels, so that the thumb stands on the edge of the thing.
      minValue={0}
      maxValue={room}
      step={1}
      value={width}
      onChange={setWidth}
    >
      <SliderTrack ref={track} className="size-track" style={{ blockSize: size.heightMm * pixelsPerMm }}>
        <SizeOutline object={object} size={size} pixelsPerMm={pixelsPerMm} />
        <SliderThumb className="size-thumb" />
      </SliderTrack>
      <div className="size-steps">
        <Button className="button" aria-label={text.trueSize.narrower} onPress={() => setWidth(width - 1)}>
          <Minus aria-hidden="true" size={16} />
        </Button>
        <Button className="button" aria-label={text.trueSize.wider} onPress={() => setWidth(width + 1)}>
          <Plus aria-hidden="true" size={16} />
        </Button>
        <SliderOutput className="quiet">{text.trueSize.pixels(width, pixelsPerMm)}</SliderOutput>
      </div>
    </Slider>
  );
}
