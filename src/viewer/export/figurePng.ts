import { Problem } from '../../ecg/problem';
import type { FigureFile } from './figureFile';
import { withResolution } from './pngResolution';

/** What printers and journals ask for, in pixels an inch. */
export const PNG_RESOLUTION = 300;
const MM_PER_INCH = 25.4;

/**
 * A figure as a PNG file of 300 pixels an inch, as large on paper as the SVG file.
 *
 * @throws Problem where the browser has no room for so large a picture.
 */
export async function createPng({ svg, widthMm, heightMm }: FigureFile): Promise<Blob> {
  const toPixels = (mm: number): number => Math.round((mm / MM_PER_INCH) * PNG_RESOLUTION);
  const canvas = document.createElement('canvas');
  canvas.width = toPixels(widthMm);
  canvas.height = toPixels(heightMm);
  const context = canvas.getContext('2d');
  const picture = await readPicture(svg);
  context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!context || !png) {
    throw new Problem(`This browser cannot make a picture of ${canvas.width} × ${canvas.height} pixels; the SVG file has no such limit.`);
  }
  const bytes = withResolution(new Uint8Array(await png.arrayBuffer()), PNG_RESOLUTION);
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/png' });
}

async function readPicture(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const picture = new Image();
    await new Promise((resolve, reject) => {
      picture.onload = resolve;
      picture.onerror = () => reject(new Problem('This browser cannot draw the figure for a PNG file; the SVG file holds the same.'));
      picture.src = url;
    });
    return picture;
  } finally {
    URL.revokeObjectURL(url);
  }
}
