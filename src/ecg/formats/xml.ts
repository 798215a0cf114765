import type { EcgFile } from '../ecgFile';
import { Problem } from '../problem';
import { toQuote } from '../quote';
import { toXmlText } from './xmlText';

/** An element of an XML document. Names come without their namespace. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children and without white space around it. */
  readonly text: string;
}

/** Ten seconds of twelve leads at 1,000 Hz, written in digits, are half a mebibyte. */
const LARGEST_MIB = 4;
/** The files of devices have up to a few thousand tags and attributes; a small file of many could stop the page. */
const MOST_MARKS = 50_000;

/** How the parser gives an element: its name with its children, and its attributes beside. */
type ParsedNode = Readonly<Record<string, ParsedNode[] | string>> & { readonly ':@'?: Readonly<Record<string, string>> };

/**
 * The root element of an XML file. Nothing is fetched and no entity is expanded: a file that defines its own is refused.
 * @throws Problem where the file is too large, damaged or no XML.
 */
export async function readXml(file: EcgFile): Promise<XmlElement> {
  const { name, bytes } = file;
  if (bytes.length > LARGEST_MIB * 2 ** 20) {
    throw new Problem(`${name} is larger than ${LARGEST_MIB} MiB; the XML file of an ECG is not.`);
  }
  const text = toXmlText(file).replace(/^\uFEFF/, '');
  const definition = /<!ENTITY\b[^>]{0,80}/.exec(text);
  if (definition) {
    throw new Problem(`${name} defines entities of its own (${toQuote(definition[0])}), which no ECG device does.`);
  }
  if (['<', '='].some((mark) => text.split(mark, MOST_MARKS).length === MOST_MARKS)) {
    throw new Problem(`${name} has ${MOST_MARKS} tags or attributes or more; the XML file of an ECG has not.`);
  }
  const { XMLParser, XMLValidator } = await import('fast-xml-parser');
  try {
    const verdict = XMLValidator.validate(text);
    if (verdict !== true) throw new Problem(toDamage(name, `at line ${verdict.err.line}`, verdict.err.msg));
    const parser = new XMLParser({
      preserveOrder: true,
      ignoreAttributes: false,
      attributeNamePrefix: '',
      removeNSPrefix: true,
      parseTagValue: false,
      processEntities: false,
    });
    const root = (parser.parse(text) as ParsedNode[]).map(toElement).findLast((element) => element !== undefined);
    if (root) return root;
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
    throw new Problem(toDamage(name, 'in its structure', thrown instanceof Error ? thrown.message : String(thrown)));
  }
  throw new Problem(`${name} is an XML file without any element.`);
}

function toDamage(name: string, where: string, what: string): string {
  return `${name} is damaged: its XML is broken ${where} (${toQuote(what)}).`;
}

function toElement(node: ParsedNode): XmlElement | undefined {
  const name = Object.keys(node).find((key) => key !== ':@')!;
  const content = node[name]!;
  if (name === '#text' || name.startsWith('?') || !Array.isArray(content)) return undefined;
  return {
    name,
    attributes: new Map(Object.entries(node[':@'] ?? {})),
    children: content.map(toElement).filter((element) => element !== undefined),
    text: content.map((child) => child['#text'] ?? '').join(' ').trim(),
  };
}
