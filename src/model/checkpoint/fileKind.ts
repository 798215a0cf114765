import { Problem } from '../../ecg/problem';

const startsWith = (bytes: Uint8Array, magic: readonly number[], at = 0): boolean =>
  magic.every((byte, i) => bytes[at + i] === byte);

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

/** Zip: the first record, the end of an empty archive, or the mark of an archive in several parts (APPNOTE 4.3). */
function isZip(bytes: Uint8Array): boolean {
  return [
    [3, 4],
    [5, 6],
    [7, 8],
  ].some((tail) => startsWith(bytes, [0x50, 0x4b, ...tail]));
}

/** The number 0x1950a86a20f9469cfc6c, pickled, with which torch.save began a file before PyTorch 1.6. */
function isLegacyPickle(bytes: Uint8Array): boolean {
  const magic = [0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19];
  return bytes[0] === 0x80 && startsWith(bytes, magic, 2);
}

/** A tar header says "ustar", or at least carries its own checksum: the sum of its 512 bytes, in octal digits. */
function isTar(bytes: Uint8Array): boolean {
  if (bytes.length < 512) return false;
  if (startsWith(bytes, ascii('ustar'), 257)) return true;
  const stated = String.fromCharCode(...bytes.subarray(148, 156)).match(/^ *([0-7]{1,7})[ \0]/);
  if (!stated) return false;
  let sum = 0;
  for (let i = 0; i < 512; i++) sum += i >= 148 && i < 156 ? 0x20 : bytes[i];
  return sum === parseInt(stated[1], 8);
}

/** Eight bytes of header length, then the header in JSON (https://github.com/huggingface/safetensors#format). */
function isSafetensors(bytes: Uint8Array): boolean {
  if (bytes.length < 10 || bytes[8] !== 0x7b) return false;
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  return headerLength >= 2n && headerLength <= BigInt(bytes.length - 8);
}

/** A protobuf whose field 1, the format's version, is followed by the producer, the graph or the operator sets. */
function isOnnx(bytes: Uint8Array): boolean {
  return bytes[0] === 0x08 && bytes[1] > 0 && bytes[1] < 0x20 && [0x12, 0x3a, 0x42].includes(bytes[2]);
}

const others: readonly { readonly is: (bytes: Uint8Array) => boolean; readonly sentence: string }[] = [
  {
    is: (bytes) => bytes.length === 0,
    sentence: 'The checkpoint file is empty.',
  },
  {
    is: isLegacyPickle,
    sentence:
      'This checkpoint has the format that torch.save wrote before PyTorch 1.6: load it and save it again with torch.save of PyTorch 1.6 or newer.',
  },
  {
    is: (bytes) => startsWith(bytes, [0x89, ...ascii('HDF\r\n'), 0x1a, 0x0a]),
    sentence: 'This is an HDF5 file (as Keras writes), not a PyTorch checkpoint: a checkpoint is written by torch.save.',
  },
  {
    is: isSafetensors,
    sentence:
      'This is a safetensors file, not a PyTorch checkpoint: load it in PyTorch and save its tensors with torch.save.',
  },
  {
    is: isOnnx,
    sentence: 'This is an ONNX model, not a PyTorch checkpoint: hand over the checkpoint that it was exported from.',
  },
  {
    is: (bytes) => bytes[0] === 0x80 && bytes[1] >= 2 && bytes[1] <= 5,
    sentence: 'This is a Python pickle that torch.save did not write: save the model’s state_dict() with torch.save.',
  },
  {
    is: isTar,
    sentence:
      'This is a tar archive, the format of checkpoints before PyTorch 0.2: load it and save it again with torch.save of PyTorch 1.6 or newer.',
  },
];

/**
 * Lets only zip archives pass, the format of torch.save since PyTorch 1.6.
 *
 * @throws Problem that says what the file is instead, where its first bytes tell.
 */
export function requireZip(bytes: Uint8Array): void {
  if (isZip(bytes)) return;
  const other = others.find(({ is }) => is(bytes));
  if (other) throw new Problem(other.sentence);
  const begin = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  throw new Problem(
    `This is not a PyTorch checkpoint: a checkpoint is a zip archive and begins with 50 4b 03 04, this file begins with ${begin}.`,
  );
}
