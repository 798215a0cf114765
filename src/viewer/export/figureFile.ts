import { DEFAULT_PAPER } from '../paper';
import { toPrintedSettings } from '../settingsLines';
import { expandPatterns } from './expandPatterns';
import './figureFile.css';
import { inlineStyles, type StyleOf } from './inlineStyles';
import { toStableIds } from './stableIds';

/** One picture of a figure, as it is on the page, and what is written over it. */
export interface FigurePart {
  readonly svg: SVGSVGElement;
  readonly caption: string | null;
}

/** What a file shows besides its pictures. */
export interface FigureWords {
  /** What the figure is, over it and for assistive technology. */
  readonly title: string;
  /** Below it: of what, with what, for what use. */
  readonly foot: readonly string[];
}

/** An SVG file and its size on paper. */
export interface FigureFile {
  readonly svg: string;
  readonly widthMm: number;
  readonly heightMm: number;
}

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 8;
const LINE = 16;
/** What a character of 12 px takes at most on average. */
const CHARACTER = 7;
/** Narrower files would break their words too often, in CSS pixels. */
const LEAST_WIDTH = 480;

/**
 * A figure as an SVG file that needs nothing else: light colours, styles written into its elements, patterns drawn as
 * lines, and a size in millimetres at which a millimetre of ECG paper is one.
 *
 * @param parts pictures that are on the page now; they stay as they are.
 * @param styleOf what elements look like, asked of copies in the document.
 */
export function createFigureFile(
  parts: readonly FigurePart[],
  words: FigureWords,
  styleOf: StyleOf = (element) => getComputedStyle(element),
): FigureFile {
  // Style sheets hold only in the document; nobody sees it there.
  const holder = document.createElement('div');
  holder.className = 'figure-holder';
  holder.dataset['theme'] = 'light';
  holder.setAttribute('aria-hidden', 'true');
  document.body.append(holder);
  try {
    const { root, width, height } = compose(holder, parts, words);
    expandPatterns(root);
    inlineStyles(root, styleOf);
    const pixelsPerMm = parts.map(({ svg }) => findPixelsPerMm(svg)).find((found) => found !== undefined) ?? DEFAULT_PAPER.pixelsPerMm;
    const [widthMm, heightMm] = [width / pixelsPerMm, height / pixelsPerMm];
    root.setAttribute('width', `${toDigits(widthMm)}mm`);
    root.setAttribute('height', `${toDigits(heightMm)}mm`);
    const xml = toStableIds(new XMLSerializer().serializeToString(root));
    return { svg: `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`, widthMm, heightMm };
  } finally {
    holder.remove();
  }
}

/** ECG paper tells its own scale: its smallest square is a millimetre. Undefined for figures without paper. */
export function findPixelsPerMm(svg: Element): number | undefined {
  const square = svg.querySelector('.paper-grid pattern[id$="-minor"]')?.getAttribute('width');
  return square ? Number(square) : undefined;
}

/** Title, pictures below each other each under its caption, foot, on one white sheet. */
function compose(holder: Element, parts: readonly FigurePart[], { title, foot }: FigureWords) {
  const sizes = parts.map(({ svg }) => ({ width: Number(svg.getAttribute('width')), height: Number(svg.getAttribute('height')) }));
  const inner = Math.max(LEAST_WIDTH, ...sizes.map(({ width }) => width));
  const width = inner + 2 * MARGIN;
  const root = append(holder, 'svg', {}) as SVGSVGElement;
  root.setAttribute('class', 'figure-file');
  root.setAttribute('role', 'img');
  append(root, 'title', {}).textContent = title;
  const description = parts.flatMap(({ svg }) => svg.querySelector('desc')?.textContent ?? []).join(' ');
  if (description !== '') append(root, 'desc', {}).textContent = description;
  const ground = append(root, 'rect', { class: 'figure-ground' });
  let y = MARGIN;
  const write = (sentence: string, className: string): void => {
    for (const line of wrap(sentence, Math.floor(inner / CHARACTER))) {
      y += LINE;
      append(root, 'text', { class: `figure-words ${className}`, x: MARGIN, y: y - 4 }).textContent = line;
    }
  };

  write(title, 'is-title');
  parts.forEach(({ svg, caption }, i) => {
    if (caption !== null) write(caption, '');
    const copy = svg.cloneNode(true) as SVGSVGElement;
    for (const name of ['role', 'aria-hidden', 'aria-label', 'aria-labelledby', 'tabindex']) copy.removeAttribute(name);
    copy.querySelectorAll('title, desc').forEach((node) => node.remove());
    for (const line of copy.querySelectorAll('.paper-settings')) line.textContent = toPrintedSettings(line.textContent ?? '');
    copy.setAttribute('x', String(MARGIN));
    copy.setAttribute('y', String(y + 4));
    root.append(copy);
    y += sizes[i]!.height + LINE / 2;
  });
  for (const sentence of foot) write(sentence, 'is-foot');

  const height = y + MARGIN;
  root.setAttribute('viewBox', `0 0 ${toDigits(width)} ${toDigits(height)}`);
  ground.setAttribute('width', String(width));
  ground.setAttribute('height', String(height));
  return { root, width, height };
}

function append(parent: Element, name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  parent.append(element);
  return element;
}

/** Lines of at most so many characters, broken between words. */
function wrap(sentence: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of sentence.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function toDigits(value: number): number {
  return Number(value.toFixed(3));
}
