import type { Ecg } from '../ecg';
import type { EcgFormat } from './format';
import { createSingleFileFormat } from './singleFile';
import { readXml, type XmlElement } from './xml';
import { findXmlRoot } from './xmlText';

interface XmlFormat {
  /** The format, as a sentence lists it. */
  readonly description: string;
  /** The name of the first element, by which the format is known. */
  readonly root: RegExp;
  /** The recording in a document; `name` is that of its file, for sentences. */
  readonly toEcg: (root: XmlElement, name: string) => Ecg;
}

/** A format whose recordings are one XML file each. */
export function createXmlFormat({ description, root, toEcg }: XmlFormat): EcgFormat {
  return createSingleFileFormat({
    description,
    isOurs: ({ bytes }) => root.test(findXmlRoot(bytes) ?? ''),
    toEcg: async (file) => toEcg(await readXml(file), file.name),
  });
}
