/** Things of known size that a reader can hold against the screen. */
export const SIZE_OBJECTS = ['card', 'ruler'] as const;
export type SizeObject = (typeof SIZE_OBJECTS)[number];

/** Width and height in millimetres. */
export interface SizeMm {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** ID-1 of ISO/IEC 7810: bank cards, many identity cards. */
const CARD: SizeMm = { widthMm: 85.6, heightMm: 53.98 };
/** Only the ruler's length is measured. */
const RULER_HEIGHT_MM = 12;

/** How large the thing is drawn; where there is little room, the card stands upright and the ruler is half as long. */
export function sizeObjectMm(object: SizeObject, hasLittleRoom: boolean): SizeMm {
  if (object === 'ruler') return { widthMm: hasLittleRoom ? 50 : 100, heightMm: RULER_HEIGHT_MM };
  return hasLittleRoom ? { widthMm: CARD.heightMm, heightMm: CARD.widthMm } : CARD;
}
