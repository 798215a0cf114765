import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { writeWfdbRecord } from '../../../tools/synthetic/wfdbWriter';
import type { EcgFile } from '../ecgFile';
import { Problem } from '../problem';
import { WHAT_CAN_BE_READ } from './fixtures/whatCanBeRead';
import { readEcg } from './registry';

function file(name: string, start: string | readonly number[], offset = 0): EcgFile {
  const content = typeof start === 'string' ? new TextEncoder().encode(start) : Uint8Array.from(start);
  const bytes = new Uint8Array(offset + content.length + 40);
  bytes.set(content, offset);
  return { name, bytes };
}

describe('readEcg', () => {
  const record = writeWfdbRecord(createSyntheticEcg({ seed: 1 }));

  it('chooses the format by content, in any order of files and whatever they are called', async () => {
    const [header, signal] = record.files;
    const forward = await readEcg([header, signal]);
    expect(forward.format).toBe('WFDB (format 16)');
    expect(await readEcg([signal, header])).toEqual(forward);
    expect(await readEcg([{ ...header, name: 'header.txt' }, { ...signal, name: 'SYNTHETIC.DAT' }])).toEqual(forward);
  });

  it.each([
    [file('scan.png', [0x89, 0x50, 0x4e, 0x47]), 'scan.png seems to be a PNG picture'],
    [file('photo.hea', [0xff, 0xd8, 0xff, 0xe0]), 'photo.hea seems to be a JPEG picture'],
    [file('photo.heic', 'ftypheic', 4), 'photo.heic seems to be a HEIC picture'],
    [file('report.pdf', '%PDF-1.7'), 'report.pdf seems to be a PDF document'],
    [file('muse.xml', '\uFEFF<?xml version="1.0"?>'), 'muse.xml seems to be an XML file'],
    [file('utf16.xml', [0xff, 0xfe, 0x3c, 0, 0x3f, 0, 0x78, 0]), 'utf16.xml seems to be an XML file'],
    [file('page.htm', '<!DOCTYPE html><html>'), 'page.htm seems to be a web page'],
    [file('ecg.json', ' {"resourceType": "Patient"'), 'ecg.json seems to be a JSON file'],
    [file('records.zip', 'PK\u0003\u0004'), 'records.zip seems to be a zip archive'],
    [file('0000053.ECG', '0000053\0\0\x002020-11-24 07:19:13'), '0000053.ECG seems to be a Contec ECG file'],
    [file('blob', [1, 2, 3]), 'blob seems to be a file of unknown type'],
    [{ name: 'note.txt', bytes: new TextEncoder().encode('Sinus rhythm.') }, 'note.txt seems to be plain text'],
    [{ name: 'nothing', bytes: new Uint8Array() }, 'nothing is empty'],
  ])('says what a file seems to be: $name', async (given, verdict) => {
    const sentence = `No ECG that can be read was found: ${verdict}; ${WHAT_CAN_BE_READ}`;
    await expect(readEcg([given])).rejects.toThrow(new Problem(sentence));
  });

  it('says it of each of several files, and asks for one where there is none', async () => {
    await expect(readEcg([file('a.pdf', '%PDF'), file('b.gif', 'GIF89a')])).rejects.toThrow(
      `a.pdf seems to be a PDF document and b.gif seems to be a GIF picture; ${WHAT_CAN_BE_READ}`,
    );
    await expect(readEcg([])).rejects.toThrow(new Problem('No file was given: choose the files of one ECG recording.'));
  });

  it('does not take a table of numbers for a header', async () => {
    const table = { name: 'ecg.txt', bytes: new TextEncoder().encode('0 12 35\n1 16 12\n2 16 14\n') };
    await expect(readEcg([table])).rejects.toThrow('ecg.txt seems to be plain text');
    const days = { name: 'days.txt', bytes: new TextEncoder().encode('01/02 12\n02/02 15\n03/02 11\n') };
    await expect(readEcg([days])).rejects.toThrow('days.txt seems to be plain text');
  });
});
