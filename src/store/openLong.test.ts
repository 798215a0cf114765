import { describe, expect, it, vi } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import { toMemorySource } from '../ecg/memorySource';
import type { LongRecording, LongRecordingOpening } from '../signal/longRecording/openLongRecording';
import { readOverview } from '../signal/readOverview';
import type { AppStore } from './appStore';
import { openPage, openRecording } from './fixtures/testPage';
import { type Call, createPending, createTestWorld, settle, type TestWorld, testEcg } from './fixtures/testWorld';
import { findOpeningLong } from './selectors';
import { worklistRows } from './worklistSelectors';

const MEGABYTE = 2 ** 20;
const ecg = createSyntheticEcg({ seed: 3, samplingRateHz: 100, seconds: 60 });

/** A file of which nobody may read more than its ends. */
function longFile(name = 'day.ecg', megabytes = 9): File & { readonly arrayBuffer: ReturnType<typeof vi.fn> } {
  const file = new File([new Uint8Array(megabytes * MEGABYTE)], name);
  return Object.assign(file, { arrayBuffer: vi.fn(async () => new ArrayBuffer(1)) });
}

interface LongWorld extends TestWorld {
  readonly openings: Call<LongRecordingOpening, LongRecording | undefined>[];
}

/** A world in which long recordings are opened when the test says so. */
function createLongWorld(): LongWorld {
  const openings: Call<LongRecordingOpening, LongRecording | undefined>[] = [];
  const world = createTestWorld({
    openLongRecording: (_, opening) => {
      const pending = createPending<LongRecording | undefined>();
      opening.signal.addEventListener('abort', () => pending.reject(opening.signal.reason));
      openings.push({ argument: opening, ...pending });
      return pending.promise;
    },
  });
  return { ...world, openings };
}

/** The recording as its worker gives it; its quality is best from the 20th second on. */
async function opened() {
  const close = vi.fn();
  const source = { ...toMemorySource(ecg), close };
  let scored = 0;
  const scoreQuality = () => (scored++ < 20 ? 0.2 : 1);
  const overview = await readOverview(source, { windowSeconds: 10, scoreQuality, chunkSeconds: 60, afterChunk: () => undefined });
  return { recording: { source, overview }, close };
}

async function drop(page: AppStore, { openings }: LongWorld, file: File): Promise<void> {
  const before = openings.length;
  void page.actions.openFiles([file]);
  await vi.waitFor(() => expect(openings).toHaveLength(before + 1));
}

const rowStates = ({ store }: AppStore) => worklistRows(store.getState()).map(({ state }) => state);

describe('a long recording', () => {
  it('tells how far it is, then shows the best ten seconds of it; its file is never read whole', async () => {
    const world = createLongWorld();
    const page = await openPage(world);
    const file = longFile();
    await drop(page, world, file);
    expect(findOpeningLong(page.store.getState())).toBeNull();
    world.openings[0]!.argument.onProgress({ share: 0.42, durationSeconds: 60 });
    const { recording, worklist } = page.store.getState();
    expect(recording.status).toBe('reading');
    expect(findOpeningLong(page.store.getState())).toEqual({ id: worklist.entries[0]!.id, names: ['day.ecg'], share: 0.42, durationSeconds: 60 });
    expect(rowStates(page)).toEqual([{ status: 'reading', share: 0.42 }]);

    const { recording: long } = await opened();
    world.openings[0]!.resolve(long);
    await settle();
    expect(page.store.getState().recording).toMatchObject({ status: 'ready', names: ['day.ecg'], whole: { startSeconds: 20, source: long.source } });
    expect(file.arrayBuffer).not.toHaveBeenCalled();
    expect(world.reads).toHaveLength(0);
    expect(findOpeningLong(page.store.getState())).toBeNull();
  });

  it('leaves what was open before when its reading is cancelled', async () => {
    const world = createLongWorld();
    const page = await openPage(world);
    await openRecording(page, world, 1);
    const before = page.store.getState().recording;
    await drop(page, world, longFile());
    world.openings[0]!.argument.onProgress({ share: 0.1, durationSeconds: 60 });
    page.actions.cancelReading(page.store.getState().worklist.entries.at(-1)!.id);
    expect(world.openings[0]!.argument.signal.aborted).toBe(true);
    await settle();
    const { recording, worklist, notices } = page.store.getState();
    expect(recording).toBe(before);
    expect(worklist.entries.map(({ names }) => names)).toEqual([['1.hea']]);
    expect(notices.map(({ content }) => content)).toEqual([{ kind: 'cancelled', names: ['day.ecg'], isBeforeOpen: true }]);
    await drop(page, world, longFile());
    expect(page.store.getState().notices).toEqual([]);
  });

  it('that is cancelled on the first page leaves it empty', async () => {
    const world = createLongWorld();
    const page = await openPage(world);
    await drop(page, world, longFile());
    page.actions.cancelReading(page.store.getState().worklist.entries[0]!.id);
    await settle();
    const { recording, worklist, notices } = page.store.getState();
    expect([recording, worklist.entries]).toEqual([{ status: 'empty' }, []]);
    expect(notices[0]!.content).toMatchObject({ kind: 'cancelled', isBeforeOpen: false });
  });

  it('is no longer read when it is closed, and read anew when that is undone', async () => {
    const world = createLongWorld();
    const page = await openPage(world);
    await drop(page, world, longFile());
    void page.actions.closeEntry(page.store.getState().worklist.entries[0]!.id);
    await settle();
    expect(world.openings[0]!.argument.signal.aborted).toBe(true);
    void page.actions.undoClosing();
    await vi.waitFor(() => expect(world.openings).toHaveLength(2));
    world.openings[1]!.resolve((await opened()).recording);
    await settle();
    expect(page.store.getState().recording.status).toBe('ready');
  });

  it('is let go of when it is closed for good, and not while that can be undone', async () => {
    const world = createLongWorld();
    const page = await openPage(world);
    await drop(page, world, longFile());
    const { recording, close } = await opened();
    world.openings[0]!.resolve(recording);
    await settle();
    page.actions.closeAll();
    expect(close).not.toHaveBeenCalled();
    page.actions.forgetClosing();
    expect(close).toHaveBeenCalledOnce();
  });

  it('is let go of with the page, and when nobody waited for it any more', async () => {
    const world = createLongWorld();
    const page = await openPage(world);
    await drop(page, world, longFile());
    const [kept, late] = [await opened(), await opened()];
    world.openings[0]!.resolve(kept.recording);
    await settle();
    await drop(page, world, longFile('night.ecg'));
    world.openings[1]!.resolve(late.recording);
    page.actions.cancelReading(page.store.getState().worklist.entries[1]!.id);
    await settle();
    expect([kept.close.mock.calls.length, late.close.mock.calls.length]).toEqual([0, 1]);
    page.dispose();
    expect(kept.close).toHaveBeenCalledOnce();
  });

  it('that cannot be read is refused in its sentence', async () => {
    const world = createLongWorld();
    const page = await openPage(world);
    await drop(page, world, longFile());
    world.openings[0]!.reject(new Error('broken'));
    await settle();
    expect(page.store.getState().recording).toMatchObject({ status: 'failed', sentence: 'Something unexpected went wrong in the program: broken' });
  });

  it('of another format is read whole where memory holds it, and refused where not', async () => {
    const world = createLongWorld();
    const page = await openPage(world);
    const file = longFile('long.dcm');
    await drop(page, world, file);
    world.openings[0]!.resolve(undefined);
    await vi.waitFor(() => expect(world.reads).toHaveLength(1));
    expect(file.arrayBuffer).toHaveBeenCalledOnce();
    world.reads[0]!.resolve(testEcg(1));
    await settle();
    expect(page.store.getState().recording.status).toBe('ready');

    const huge = longFile('huge.dcm');
    Object.defineProperty(huge, 'size', { value: 612 * MEGABYTE });
    await drop(page, world, huge);
    world.openings[1]!.resolve(undefined);
    await settle();
    expect(page.store.getState().notices.at(-1)!.content).toMatchObject({
      kind: 'refused',
      sentence: '“huge.dcm” is 612 MB large; of more than 128 MB only recordings in ISHNE, EDF and BDF are read.',
    });
    expect(huge.arrayBuffer).not.toHaveBeenCalled();
  });
});
