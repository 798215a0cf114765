import { Problem } from '../../ecg/problem';
import { createConnection } from './connection';
import type { ReviewDeps } from './deps';
import { createIndexedDb } from './indexedDb';
import { createMemoryDatabase } from './memoryDatabase';

/**
 * The browser's database or, where it has none or forbids it, one that forgets with the page, and why. A private window
 * that keeps reviews until it is closed looks like any other: browsers tell no page, so that nothing is said of it.
 */
export async function openDatabase(): Promise<Pick<ReviewDeps, 'database' | 'forgetful'>> {
  const connection = createConnection();
  try {
    if (typeof indexedDB === 'undefined') throw new Error('it has no database');
    await connection.open();
  } catch (thrown) {
    // What is there and cannot be used now is no reason to begin elsewhere: the shelf says what to do.
    if (!(thrown instanceof Problem)) return { database: createMemoryDatabase(), forgetful: toForgetful(thrown) };
  }
  return { database: createIndexedDb(connection), forgetful: null };
}

function toForgetful(thrown: unknown): string {
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return `This browser keeps nothing for this page (${detail.replace(/\.$/, '')}): export your answers before you close it, or allow it to keep data and reload.`;
}
