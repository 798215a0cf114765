import { describe, expect, it } from 'vitest';
import { editZip } from '../../../../tools/synthetic/archives/editZip';
import { writeGzip } from '../../../../tools/synthetic/archives/gzipWriter';
import { writeZip } from '../../../../tools/synthetic/archives/zipWriter';
import { sentenceOf } from '../../../../tools/synthetic/sentenceOf';
import { toUnreadFile } from '../../../../tools/synthetic/toUnreadFile';
import type { EcgFile } from '../../ecgFile';
import { unpackFiles } from './unpackFiles';

const MEGABYTE = 2 ** 20;
const text = (name: string, content: string): EcgFile => ({ name, bytes: new TextEncoder().encode(content) });
const numbers = { name: 'ecg.dat', bytes: Uint8Array.from({ length: 500 }, (_, index) => (index * index) % 251) };

/** The sentence with which the only file that comes out is refused. */
async function refusalOf(file: EcgFile | Promise<EcgFile>): Promise<string> {
  const files = await unpackFiles([toUnreadFile(await file)]);
  expect(files).toHaveLength(1);
  return sentenceOf(() => files[0]!.arrayBuffer());
}

describe('an archive', () => {
  const zip = writeZip([numbers]);

  it.each<[what: string, file: () => EcgFile | Promise<EcgFile>, sentence: string]>([
    ['without files', () => writeZip([]), '“records.zip” is an archive without files.'],
    [
      'of which nothing can be read',
      () => writeZip([text('a.txt', 'Sinus rhythm.'), text('page.htm', '<!doctype html>'), text('nothing', '')]),
      '“records.zip” holds no ECG that can be read, but “a.txt” (plain text), “page.htm” (a web page) and “nothing” (empty).',
    ],
    [
      'of which much cannot be read',
      () => writeZip(Array.from({ length: 8 }, (_, index) => text(`${index}.txt`, 'Sinus rhythm.'))),
      '“records.zip” holds no ECG that can be read, but “0.txt” (plain text), “1.txt” (plain text), “2.txt” (plain text), “3.txt” (plain text), “4.txt” (plain text) and 3 more.',
    ],
    [
      'that is an Office document',
      () => writeZip([text('[Content_Types].xml', '<Types/>'), text('xl/workbook.xml', '<workbook/>')], { name: 'table.xlsx' }),
      '“table.xlsx” is an Office document, which is not read here: save its table as CSV.',
    ],
    [
      'that is encrypted',
      () => writeZip([numbers], { password: 'ecg' }),
      '“ecg.dat” in “records.zip” is encrypted: unpack the archive with its password and open the file itself.',
    ],
    [
      'that is encrypted in the older way',
      () => writeZip([numbers], { password: 'ecg', zipCrypto: true }),
      '“ecg.dat” in “records.zip” is encrypted: unpack the archive with its password and open the file itself.',
    ],
    [
      'compressed in a way that is not read',
      async () => editZip(await zip, { method: 14, localMethod: 14 }),
      '“ecg.dat” in “records.zip” is compressed by LZMA, which is not read here: unpack the archive and open the file itself.',
    ],
    [
      'compressed in a way that nobody knows',
      async () => editZip(await zip, { method: 77, localMethod: 77 }),
      '“ecg.dat” in “records.zip” is compressed by method 77, which is not read here: unpack the archive and open the file itself.',
    ],
    [
      'that is cut off',
      async () => ({ ...(await zip), bytes: (await zip).bytes.slice(0, -30) }),
      '“records.zip” is cut off: it lacks the end of a zip archive, so copy or download the archive again.',
    ],
    [
      'whose directory is damaged',
      async () => editZip(await zip, { fileCount: 7 }),
      '“records.zip” is damaged: its list of files cannot be read, so copy or download the archive again.',
    ],
    [
      'that is one of several parts',
      async () => editZip(await zip, { disk: 2 }),
      '“records.zip” is one part of an archive in several parts: join the parts first.',
    ],
    [
      'with an altered file',
      async () => {
        const plain = await writeZip([numbers], { level: 0 });
        return { ...plain, bytes: plain.bytes.with(100, plain.bytes[100]! ^ 1) };
      },
      '“ecg.dat” in “records.zip” is damaged: its checksum does not match, so copy or download the archive again.',
    ],
    [
      'with a file longer than the directory says',
      async () => editZip(await zip, { unpackedSize: 100, localUnpackedSize: 100 }),
      '“ecg.dat” in “records.zip” is damaged: it cannot be unpacked, so copy or download the archive again.',
    ],
    [
      'with a file shorter than the directory says',
      async () => editZip(await zip, { unpackedSize: 1000, localUnpackedSize: 1000 }),
      '“ecg.dat” in “records.zip” is damaged: its checksum does not match, so copy or download the archive again.',
    ],
    [
      'in an archive',
      async () => writeZip([{ ...(await zip), name: 'a/inner.zip' }]),
      '“inner.zip” in “records.zip” is an archive in an archive: take it out and open it by itself.',
    ],
    [
      'in a gzip file',
      async () => writeGzip(await zip),
      '“records.zip” in “records.zip.gz” is an archive in an archive: take it out and open it by itself.',
    ],
    [
      'of more files than are opened at once',
      () => writeZip(Array.from({ length: 2001 }, (_, index) => text(`${index}`, ''))),
      '“records.zip” holds more than 2,000 files, the most that are opened at once: unpack it and choose some of them.',
    ],
    [
      'of more bytes than are opened at once',
      async () => editZip(await writeZip([1, 2, 3].map((id) => ({ ...numbers, name: `${id}.dat` }))), { unpackedSize: 200 * MEGABYTE }),
      '“records.zip” unpacks to 600 MB; at most 512 MB are opened at once: unpack it and choose its files.',
    ],
    [
      'with a file that is longer than is unpacked',
      async () => editZip(await zip, { unpackedSize: 415 * MEGABYTE }),
      '“ecg.dat” in “records.zip” is 415 MB long; at most 128 MB are unpacked: unpack the archive and open the file itself.',
    ],
    [
      'that is a bomb',
      () => writeZip([{ name: 'zeros.dat', bytes: new Uint8Array(16 * MEGABYTE) }]),
      '“zeros.dat” in “records.zip” unpacks to more than 200 times its size, as no ECG does: it is not opened.',
    ],
    [
      'packed by gzip that is a bomb',
      () => writeGzip({ name: 'zeros.edf', bytes: new Uint8Array(16 * MEGABYTE) }),
      '“zeros.edf.gz” unpacks to more than 200 times its size, as no ECG does: it is not opened.',
    ],
    [
      'packed by gzip that is cut off',
      () => ({ name: 'ecg.edf.gz', bytes: writeGzip(numbers).bytes.slice(0, -20) }),
      '“ecg.edf.gz” is damaged: it cannot be unpacked, so copy or download it again.',
    ],
    [
      'packed by gzip with an altered checksum',
      () => {
        const { name, bytes } = writeGzip(numbers);
        return { name, bytes: bytes.with(-8, bytes.at(-8)! ^ 1) };
      },
      '“ecg.dat.gz” is damaged: it cannot be unpacked, so copy or download it again.',
    ],
  ])('%s is refused', async (_, file, sentence) => {
    expect(await refusalOf(file())).toBe(sentence);
  });
});
