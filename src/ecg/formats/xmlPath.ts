import type { XmlElement } from './xml';

/** The elements at a path below `element`, in the order of the file: names with slashes, "StripData/WaveformData". */
export function findElements(element: XmlElement, path: string): XmlElement[] {
  return path
    .split('/')
    .reduce(
      (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
      [element],
    );
}

/** The text of the first element at a path; empty where there is none. */
export function findText(element: XmlElement, path: string): string {
  return findElements(element, path)[0]?.text ?? '';
}
