import { describe, expect, it, vi } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { writeSegmentedWfdbRecord } from '../../../tools/synthetic/wfdbSegments';
import { writeWfdbRecord } from '../../../tools/synthetic/wfdbWriter';
import { groupFiles, toRecordings, type UnreadFile } from './groupFiles';

function unread(name: string, content: string | Uint8Array = '', folder?: string): UnreadFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const arrayBuffer = () => Promise.resolve(bytes.slice().buffer);
  return { name, size: bytes.length, arrayBuffer, ...(folder !== undefined && { folder }) };
}

function record(name: string, folder?: string): [header: UnreadFile, signal: UnreadFile] {
  const [header, signal] = writeWfdbRecord(createSyntheticEcg({ seed: 1 }), { recordName: name }).files;
  return [unread(header.name, header.bytes, folder), unread(signal.name, signal.bytes, folder)];
}

async function namesOf(files: readonly UnreadFile[]): Promise<readonly (readonly string[])[]> {
  return (await groupFiles(files)).map((group) => group.map(({ name, folder }) => (folder ? `${folder}/${name}` : name)));
}

describe('groupFiles', () => {
  it('puts each header with its signals, in whatever order they come, and sorts by name as a reader counts', async () => {
    const [two, ten] = [record('ecg2'), record('ecg10')];
    expect(await namesOf([ten[1], two[0], ten[0], two[1]])).toEqual([
      ['ecg2.hea', 'ecg2.dat'],
      ['ecg10.hea', 'ecg10.dat'],
    ]);
  });

  it('follows what the header says, not what the files are called', async () => {
    const [header, signal] = record('ward');
    const renamed = { ...header, name: 'header.txt' };
    expect(await namesOf([{ ...signal, name: 'WARD.DAT' }, renamed])).toEqual([['header.txt', 'WARD.DAT']]);
  });

  it('keeps records of the same name in different folders apart', async () => {
    expect(await namesOf([...record('ecg', 'b'), ...record('ecg', 'a')])).toEqual([
      ['a/ecg.hea', 'a/ecg.dat'],
      ['b/ecg.hea', 'b/ecg.dat'],
    ]);
  });

  it('finds signals that are kept in a folder of their own', async () => {
    const [header, signal] = record('ecg');
    expect(await namesOf([{ ...header, folder: 'headers' }, { ...signal, folder: 'signals' }])).toEqual([
      ['headers/ecg.hea', 'signals/ecg.dat'],
    ]);
  });

  it('keeps beside its record what bears its name and is no file of another kind', async () => {
    const [header, signal] = record('ecg');
    const notes = unread('ecg.atr', 'annotations');
    const picture = unread('ecg.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47]));
    expect(await namesOf([header, notes, signal, picture])).toEqual([['ecg.hea', 'ecg.dat', 'ecg.atr'], ['ecg.png']]);
  });

  it('gives a renamed record its signals still, so that one sentence says what is wrong', async () => {
    const [header, signal] = record('old');
    expect(await namesOf([{ ...header, name: 'new.hea' }, { ...signal, name: 'new.dat' }])).toEqual([['new.hea', 'new.dat']]);
  });

  it('lets two headers share the signals that both name', async () => {
    const [header, signal] = record('ecg');
    expect(await namesOf([header, { ...header, name: 'copy.hea' }, signal])).toEqual([
      ['copy.hea', 'ecg.dat'],
      ['ecg.hea', 'ecg.dat'],
    ]);
  });

  it('puts a record of several segments together with all their files, and lists no segment by itself', async () => {
    const plan = [{ seconds: 4 }, { seconds: 1, isPause: true }, { seconds: 5 }];
    const { files } = writeSegmentedWfdbRecord(createSyntheticEcg({ seed: 1 }), plan, { recordName: 'm', layout: true });
    const given = files.map(({ name, bytes }) => unread(name, bytes, 'ward'));
    // A record of the same name as a segment, in another folder, is a recording of its own.
    expect(await namesOf([...record('m_1', 'other'), ...given.toReversed()])).toEqual([
      ['other/m_1.hea', 'other/m_1.dat'],
      ['ward/m.hea', 'ward/m_layout.hea', 'ward/m_1.hea', 'ward/m_3.hea', 'ward/m_1.dat', 'ward/m_3.dat'],
    ]);
  });

  it('loses no header that names itself or another that names it', () => {
    const leading = (name: string, reference: string) => ({ file: unread(name), references: [reference], isPart: true });
    const seen = [leading('a.hea', 'a.hea'), leading('b.hea', 'c.hea'), leading('c.hea', 'b.hea')];
    expect(toRecordings(seen).map((group) => group.map(({ name }) => name))).toEqual([['a.hea'], ['b.hea'], ['c.hea']]);
  });

  it('leaves every other file to itself: notes, orphaned signals, a folder that cannot be opened', async () => {
    const [, orphan] = record('orphan');
    const folder: UnreadFile = { name: 'folder', arrayBuffer: () => Promise.reject(new Error('no file')) };
    expect(await namesOf([unread('notes.txt', 'Sinus rhythm.'), orphan, folder, unread('broken.hea', 'nothing')])).toEqual([
      ['broken.hea'],
      ['folder'],
      ['notes.txt'],
      ['orphan.dat'],
    ]);
  });

  it('does not look into what is too long to lead others', async () => {
    const arrayBuffer = vi.fn(() => Promise.resolve(new ArrayBuffer(0)));
    expect(await namesOf([{ name: 'film', size: 2 ** 31, arrayBuffer }, ...record('ecg')])).toHaveLength(2);
    expect(arrayBuffer).not.toHaveBeenCalled();
  });

  it('loses no file', () => {
    const seen = ['a.dat', 'b.hea', 'c.hea'].map((name) => ({ file: unread(name), references: name === 'b.hea' ? ['a.dat'] : undefined, isPart: true }));
    expect(toRecordings(seen).flat()).toHaveLength(3);
  });
});
