import dicomParser, { type ByteArrayParser, type DataSet } from 'dicom-parser';
import type { EcgFile } from '../../ecgFile';
import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import { isExplicit, readFileMeta } from './fileMeta';
import { inflate } from '../inflate';

/** The elements of a data set or of an item of a sequence, by tag ("x003a0210"), and the bytes they lie in. */
export type DicomNode = Pick<DataSet, 'byteArray' | 'byteArrayParser' | 'elements'>;

const MIB = 2 ** 20;
/** Twenty minutes of twelve leads at 500 Hz. */
const LONGEST_BYTES = 16 * MIB;
/** Two reads take a tag. The files of devices need some thousands. */
const MOST_READS = 400_000;

const IMPLICIT = '1.2.840.10008.1.2';
const EXPLICIT = '1.2.840.10008.1.2.1';
const DEFLATED = '1.2.840.10008.1.2.1.99';
const BIG_ENDIAN = '1.2.840.10008.1.2.2';

/** Without a dictionary, samples that begin like an item would be taken for a sequence. */
const NO_SEQUENCES: readonly string[] = ['x54001010', 'x5400100a', 'x54000110', 'x54000112', 'x7fe00010'];

/**
 * The data set of a DICOM file: implicit or explicit VR little endian, deflated, or explicit VR big endian (PS3.5 annex
 * A), with or without preamble and file meta information.
 * @throws Problem where it is encoded otherwise, damaged, or larger than any ECG.
 */
export async function readDataSet({ name, bytes }: EcgFile): Promise<DicomNode> {
  if (bytes.length > LONGEST_BYTES) {
    throw new Problem(`${name} is larger than ${LONGEST_BYTES / MIB} MiB; the DICOM file of a 12-lead ECG is not.`);
  }
  const { begin, transferSyntax } = attempt(() => readFileMeta(bytes), name);
  const data = bytes.subarray(begin);
  const syntax = transferSyntax ?? (isExplicit(data, 0) ? EXPLICIT : IMPLICIT);
  if (syntax === DEFLATED) return parse(await requireInflated(data, name), EXPLICIT, name);
  if (![IMPLICIT, EXPLICIT, BIG_ENDIAN].includes(syntax)) {
    throw new Problem(`${name} is encoded in the DICOM transfer syntax ${toQuote(syntax)}, which cannot be read.`);
  }
  return parse(data, syntax, name);
}

/** The items of a sequence; none where the element is absent. */
export function itemsOf(node: DicomNode, tag: string): readonly DicomNode[] {
  const element = node.elements[tag];
  if (!element) return [];
  // Archives that did not know waveforms keep their sequences as unknown, then in implicit VR (PS3.5 clause 6.2.2).
  if (!element.items && element.vr === 'UN' && !element.hadUndefinedLength) {
    const stream = new dicomParser.ByteStream(node.byteArrayParser, node.byteArray, element.dataOffset);
    try {
      dicomParser.readSequenceItemsImplicit(stream, element, findVr);
    } catch {
      return [];
    }
  }
  return (element.items ?? []).flatMap(({ dataSet }) => dataSet ?? []);
}

async function requireInflated(data: Uint8Array, name: string): Promise<Uint8Array> {
  const inflated = await inflate(data, LONGEST_BYTES);
  if (inflated) return inflated;
  throw new Problem(`${name} is damaged: its compressed data do not unfold, or to more than ${LONGEST_BYTES / MIB} MiB.`);
}

function parse(bytes: Uint8Array, syntax: string, name: string): DicomNode {
  const { bigEndianByteArrayParser, littleEndianByteArrayParser } = dicomParser;
  const parser = toCounted(syntax === BIG_ENDIAN ? bigEndianByteArrayParser : littleEndianByteArrayParser, name);
  const root = { byteArray: bytes, byteArrayParser: parser, elements: {}, warnings: [] } as unknown as DataSet;
  try {
    const stream = new dicomParser.ByteStream(parser, bytes, 0);
    if (syntax === IMPLICIT) {
      dicomParser.parseDicomDataSetImplicit(root, stream, bytes.length, { vrCallback: findVr } as never);
    } else {
      dicomParser.parseDicomDataSetExplicit(root, stream, bytes.length);
    }
  } catch (thrown) {
    // What is broken behind the waveform does not concern it.
    if (thrown instanceof Problem || !root.elements['x54000100']) throw toProblem(thrown, name);
  }
  return root;
}

function findVr(tag: string): string {
  // Undefined lets the library look; its types do not say so.
  return (NO_SEQUENCES.includes(tag) ? 'OW' : undefined) as string;
}

/** A parser that gives up on files of millions of elements, which fill the memory. */
function toCounted(parser: ByteArrayParser, name: string): ByteArrayParser {
  let reads = 0;
  return {
    ...parser,
    readUint16: (bytes, position) => {
      if (++reads > MOST_READS) throw new Problem(`${name} has more elements than the DICOM file of an ECG has.`);
      return parser.readUint16(bytes, position);
    },
  };
}

function attempt<T>(read: () => T, name: string): T {
  try {
    return read();
  } catch (thrown) {
    throw toProblem(thrown, name);
  }
}

/** The library throws texts, errors and, nested too deep, the engine's own. */
function toProblem(thrown: unknown, name: string): Problem {
  if (thrown instanceof Problem) return thrown;
  return new Problem(`${name} is cut off or damaged: its DICOM elements do not lead to a waveform.`);
}
