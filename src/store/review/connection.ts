import { type IDBPDatabase, openDB } from 'idb';
import { Problem } from '../../ecg/problem';
import { type Migration, MIGRATIONS, type ReviewSchema } from './migrations';

/** What the database is called in the browser. */
export const DATABASE_NAME = 'protoecg-reviews';

/** The way to the browser's database. */
export interface Connection {
  /** The open database, opened anew where the browser closed it. @throws Problem where another tab or version stands in the way. */
  readonly open: () => Promise<IDBPDatabase<ReviewSchema>>;
  /** Calls back when a newer version of the page has taken the database over. */
  readonly onOutdated: (listener: () => void) => void;
}

/** Nothing is opened before it is asked for. */
export function createConnection(migrations: readonly Migration[] = MIGRATIONS): Connection {
  let opening: Promise<IDBPDatabase<ReviewSchema>> | null = null;
  let isOutdated = false;
  const listeners: (() => void)[] = [];

  const request = (): Promise<IDBPDatabase<ReviewSchema>> => {
    let block = (): void => undefined;
    const blocked = new Promise<never>((_, reject) => {
      block = () => reject(new Problem('Another tab has an older version of this page open: close it, or reload it, and try again.'));
    });
    const opened = openDB<ReviewSchema>(DATABASE_NAME, migrations.length, {
      upgrade: async (database, oldVersion, _newVersion, transaction) => {
        for (const migrate of migrations.slice(oldVersion)) await migrate(database, transaction);
      },
      blocked: () => block(),
      blocking: (_current, wanted, event) => {
        (event.target as IDBDatabase).close();
        opening = null;
        // Otherwise the database is being deleted, and the next use begins a new one.
        if (wanted === null) return;
        isOutdated = true;
        listeners.forEach((listener) => listener());
      },
      // The browser closed it by itself: the next use opens it again.
      terminated: () => {
        opening = null;
      },
    });
    opened.then(
      // One that was blocked goes on waiting for the other tab, and serves once that is gone.
      () => (opening = opened),
      () => (opening = null),
    );
    return Promise.race([opened, blocked]).catch((thrown: unknown) => {
      throw toProblem(thrown);
    });
  };

  return {
    open: () => {
      if (isOutdated) return Promise.reject(new Problem('Another tab has a newer version of this page open: reload this one to go on.'));
      return (opening ??= request());
    },
    onOutdated: (listener) => void listeners.push(listener),
  };
}

function toProblem(thrown: unknown): unknown {
  if (!(thrown instanceof Error || thrown instanceof DOMException) || thrown.name !== 'VersionError') return thrown;
  return new Problem('The reviews on this computer were written by a newer version of this page: reload the page to get it. Nothing was changed.');
}
