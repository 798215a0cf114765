import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A word of a printed page, its middle in millimetres from the lower left corner. */
export interface PrintedWord {
  readonly text: string;
  readonly xMm: number;
  readonly yMm: number;
}

/** A PDF as a printer would see it. */
export interface PrintedPages {
  readonly count: number;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Of the first page, as its parts. */
  readonly words: readonly PrintedWord[];
  /** Of the first page. */
  readonly text: string;
  /** How many pixel images the first page holds: none where all is drawn as lines. */
  readonly imageCount: number;
}

/** A point of PDF is 1/72 of an inch. */
const MM_PER_POINT = 25.4 / 72;
const IMAGES: readonly number[] = [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject];

const SECONDS = Array.from({ length: 9 }, (_, i) => String(i + 1));

/** Reads a PDF and measures its first page. */
export async function readPdf(bytes: Uint8Array): Promise<PrintedPages> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: true }).promise;
  const page = await pdf.getPage(1);
  const [left, bottom, right, top] = page.view as [number, number, number, number];
  const { items } = await page.getTextContent();
  const words = items.flatMap((item): PrintedWord[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , , x, y] = item.transform as [number, number, number, number, number, number];
    return [{ text: item.str, xMm: (x + item.width / 2) * MM_PER_POINT, yMm: y * MM_PER_POINT }];
  });
  const { fnArray } = await page.getOperatorList();
  return {
    count: pdf.numPages,
    widthMm: (right - left) * MM_PER_POINT,
    heightMm: (top - bottom) * MM_PER_POINT,
    words,
    text: items.map((item) => ('str' in item ? item.str : '')).join(' ').replace(/\s+/g, ' '),
    imageCount: fnArray.filter((operator) => IMAGES.includes(operator)).length,
  };
}

/** Millimetres that a second takes on paper, from the numbers of the time axis between its first and ninth second. */
export function measureSecondMm({ words }: PrintedPages): number {
  const inRowWith = (word: PrintedWord) => words.filter(({ yMm }) => Math.abs(yMm - word.yMm) < 0.1);
  const hasAll = (row: readonly PrintedWord[]) => SECONDS.every((second) => row.some(({ text }) => text === second));
  const axis = words.map(inRowWith).find(hasAll);
  if (!axis) throw new Error('No time axis was printed.');
  const placeOf = (second: string) => axis.find(({ text }) => text === second)!.xMm;
  return (placeOf('9') - placeOf('1')) / 8;
}
