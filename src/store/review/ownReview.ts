import type { Answer } from '../../review/answer';
import { toSentence } from '../../ecg/problem';
import { toBestEvents } from '../../review/bestOfClass';
import type { ReviewEvent } from '../../review/logEntry';
import { createOrder } from '../../review/order';
import { createOwnStudy, OWN_ROLE } from '../../review/ownStudy';
import type { LoadedPack } from '../../model/protocol';
import { addEvents } from './addEvents';
import type { ReviewStoreContext } from './context';
import { notify } from './notify';
import { createSession, openLog, readLog } from './session';
import { openShelf } from './shelf';
import type { SessionLog } from './state';

/** What names a pack, and says what its prototypes are. */
export type OwnPack = Pick<LoadedPack, 'manifest' | 'sha256'>;

/** Begins the reader's own review of a pack, or goes on with it. @returns the session's id; null where it could not be kept. */
export async function openOwn(context: ReviewStoreContext, pack: OwnPack): Promise<string | null> {
  const log = await beginOwn(context, pack);
  if (!log) return null;
  openLog(context, log);
  return log.id;
}

/** Puts the reader's own review of a pack on the page where there is one; reading an ECG begins none. */
export async function loadOwn(context: ReviewStoreContext, pack: OwnPack): Promise<void> {
  await findOwn(context, pack);
}

/** Answers something of a pack outside of any study, in the reader's own review of it; what is open stays open. */
export async function answerOwn(context: ReviewStoreContext, pack: OwnPack, item: string, ...answers: readonly Answer[]): Promise<void> {
  const begun = await beginOwn(context, pack);
  if (!begun) return;
  const log = context.store.getState().logs[begun.id]!;
  // Nobody knows when the reader turned to the prototype, so no time is told.
  await addEvents(context, log.id, answers.flatMap((answer) => toEvents(log, item, answer)), 0);
}

/** An answer as events of an own review: a prototype that becomes the best of its class takes that from another. */
function toEvents({ study, reader, folded }: SessionLog, item: string, answer: Answer): readonly ReviewEvent[] {
  const isBest = answer.question === 'mark' && answer.value === 'best';
  const order = isBest && study.kind === 'prototypes' ? createOrder(study, reader.id) : [];
  const rated = order.find(({ id }) => id === item);
  return rated ? toBestEvents(order, folded, rated) : [{ kind: 'answered', item, answer }];
}

/** Two answers at once begin one review. */
function beginOwn(context: ReviewStoreContext, pack: OwnPack): Promise<SessionLog | undefined> {
  const { beginnings } = context;
  const running = beginnings.get(pack.sha256);
  if (running) return running;
  const begun = findOrBeginOwn(context, pack).finally(() => beginnings.delete(pack.sha256));
  beginnings.set(pack.sha256, begun);
  return begun;
}

async function findOrBeginOwn(context: ReviewStoreContext, pack: OwnPack): Promise<SessionLog | undefined> {
  const before = await findOwn(context, pack);
  if (before !== null) return before;
  const log = await createSession(context, createOwnStudy(pack.manifest, pack.sha256), { role: OWN_ROLE, years: null });
  if (!log) return undefined;
  note(context, pack, log.id);
  await openShelf(context);
  return log;
}

/** The own review of a pack, the longest where there are several; null where there is none, undefined where that cannot be told. */
async function findOwn(context: ReviewStoreContext, pack: OwnPack): Promise<SessionLog | null | undefined> {
  const known = context.store.getState().own[pack.sha256];
  if (known) return context.store.getState().logs[known];
  try {
    const { contentSha256 } = createOwnStudy(pack.manifest, pack.sha256);
    const sessions = (await context.deps.database.listSessions()).filter(({ study }) => study.contentSha256 === contentSha256);
    const [longest] = sessions.sort((a, b) => b.entryCount - a.entryCount || (a.id < b.id ? -1 : 1));
    note(context, pack, longest?.id ?? null);
    return longest ? await readLog(context, longest.id) : null;
  } catch (thrown) {
    notify(context, { kind: 'failed', sentence: toSentence(thrown) });
    return undefined;
  }
}

function note({ store }: ReviewStoreContext, { sha256 }: OwnPack, id: string | null): void {
  store.setState(({ own }) => ({ own: { ...own, [sha256]: id } }));
}
