/** What an element looks like: a value a CSS property. */
export type StyleOf = (element: Element) => Pick<CSSStyleDeclaration, 'getPropertyValue'>;

/** Properties that a child takes from its parent, with what holds where nobody says anything. */
const INHERITED: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1px',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-dasharray': 'none',
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'font-variant-numeric': 'normal',
  'paint-order': 'normal',
  'text-anchor': 'start',
};
const COLOURS = ['fill', 'stroke'] as const;

/**
 * Writes what style sheets say of a figure into its elements as SVG's own attributes, and takes classes and styles away:
 * so it looks the same where there are no style sheets, in any program that opens SVG files. What is not shown goes.
 *
 * @param root in a document, under the style sheets; changed in place.
 */
export function inlineStyles(root: SVGSVGElement, styleOf: StyleOf): void {
  inlineElement(root, INHERITED, styleOf);
  for (const element of [root, ...root.querySelectorAll('*')]) {
    element.removeAttribute('class');
    element.removeAttribute('style');
  }
}

function inlineElement(element: Element, parent: Readonly<Record<string, string>>, styleOf: StyleOf): void {
  const style = styleOf(element);
  if (style.getPropertyValue('display') === 'none') {
    element.remove();
    return;
  }
  const own: Record<string, string> = {};
  for (const name of Object.keys(INHERITED)) {
    const value = style.getPropertyValue(name).trim() || parent[name]!;
    own[name] = value;
    if (value === parent[name]) element.removeAttribute(name);
    else element.setAttribute(name, toAttribute(value));
  }
  for (const name of COLOURS) splitAlpha(element, name, own);
  const opacity = style.getPropertyValue('opacity');
  if (opacity !== '' && opacity !== '1') element.setAttribute('opacity', opacity);
  for (const child of [...element.children]) {
    if (child.tagName !== 'title' && child.tagName !== 'desc') inlineElement(child, own, styleOf);
  }
}

/** Lengths without the unit that SVG has anyway; references without the quotes that only CSS has. */
function toAttribute(value: string): string {
  return value.replace(/^([\d.]+)px$/, '$1').replace(/^url\("(.+)"\)$/, 'url($1)');
}

/** Many programs know no transparent colours, but all know opacity. */
function splitAlpha(element: Element, name: (typeof COLOURS)[number], own: Readonly<Record<string, string>>): void {
  const [, red, green, blue, alpha] = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/.exec(own[name]!) ?? [];
  if (alpha === undefined || !element.hasAttribute(name)) return;
  element.setAttribute(name, `rgb(${red}, ${green}, ${blue})`);
  element.setAttribute(`${name}-opacity`, String(Number(alpha) * Number(own[`${name}-opacity`])));
}
