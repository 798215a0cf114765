import { beforeEach, describe, expect, it } from 'vitest';
import { sentenceOf } from '../../../tools/synthetic/sentenceOf';
import { threeReaderFiles } from '../fixtures/threeReaders';
import { createMergingClient, type MergingClient } from './mergingClient';
import type { MergingReply, MergingRequest } from './mergingProtocol';

/** A worker that a test answers for. */
class FakeWorker {
  onmessage: ((event: { data: MergingReply }) => void) | null = null;
  onerror: (() => void) | null = null;
  onmessageerror: (() => void) | null = null;
  readonly requests: MergingRequest[] = [];
  terminated = false;

  postMessage(request: MergingRequest): void {
    this.requests.push(request);
  }

  terminate(): void {
    this.terminated = true;
  }
}

const bytes = new TextEncoder().encode(JSON.stringify(threeReaderFiles[0]));
const choice = { ids: [1], withUnlocked: false };
let workers: FakeWorker[];
let client: MergingClient;

beforeEach(() => {
  workers = [];
  client = createMergingClient(() => {
    workers.push(new FakeWorker());
    return workers.at(-1) as unknown as Worker;
  });
});

describe('the merging client', () => {
  it('starts one worker when it is needed, and gives each answer to the one who asked', async () => {
    expect(workers).toHaveLength(0);
    const answers = [client.writeAnswersCsv(choice), client.writeAnswersCsv(choice)];
    const [first, second] = workers[0]!.requests;
    workers[0]!.onmessage!({ data: { id: second!.id, kind: 'done', result: 'two' } });
    workers[0]!.onmessage!({ data: { id: first!.id, kind: 'done', result: 'one' } });
    expect(await Promise.all(answers)).toEqual(['one', 'two']);
    expect(workers).toHaveLength(1);
  });

  it('passes on in one sentence what was refused', async () => {
    const refused = sentenceOf(() => client.read(1, 'a.json', bytes));
    workers[0]!.onmessage!({ data: { id: 1, kind: 'failed', sentence: 'This is no file.' } });
    expect(await refused).toBe('This is no file.');
  });

  it('does on the page what a worker was asked that cannot start, in the same order', async () => {
    const read = client.read(1, 'a.json', bytes);
    const merged = client.merge(choice);
    workers[0]!.onerror!();
    expect(await read).toMatchObject({ isLocked: true, touchedCount: 17, askedCount: 17 });
    expect((await merged).files.readerCount).toBe(1);
    expect(await client.writeAnswersCsv(choice)).toContain('morphology/11');
    expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
  });

  it('works on the page where the browser refuses to make a worker', async () => {
    const refused = createMergingClient(() => {
      throw new Error('no workers here');
    });
    expect((await refused.read(1, 'a.json', bytes)).reader).toEqual(threeReaderFiles[0]!.reader);
  });

  it('says that the files are lost where a worker broke down after it had read them', async () => {
    const read = client.read(1, 'a.json', bytes);
    workers[0]!.onmessage!({ data: { id: 1, kind: 'done', result: 'facts' } });
    await read;
    const merged = sentenceOf(() => client.merge(choice));
    workers[0]!.onerror!();
    expect(await merged).toBe('The answers that were read are lost: open the files again.');
  });
});
