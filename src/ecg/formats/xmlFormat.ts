import type { Ecg } from '../ecg';
import type { EcgFile } from '../ecgFile';
import { toListing } from '../listing';
import { Problem } from '../problem';
import type { EcgFormat } from './format';
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
  const isOurs = ({ bytes }: EcgFile): boolean => root.test(findXmlRoot(bytes) ?? '');
  return {
    description,
    match: (files) => files.some(isOurs),
    read: async (files) => {
      const [file, ...more] = files.filter(isOurs);
      if (more.length > 0) {
        const names = toListing([file!, ...more].map(({ name }) => name));
        throw new Problem(`These are ${more.length + 1} recordings (${names}): open them one by one.`);
      }
      const ecg = toEcg(await readXml(file!), file!.name);
      const unread = files.filter((other) => other !== file).map(({ name }) => name);
      if (unread.length === 0) return ecg;
      return { ...ecg, remarks: [...ecg.remarks, `Not read, because ${file!.name} is a recording of its own: ${toListing(unread)}.`] };
    },
  };
}
