import httpAdapter from 'pouchdb-adapter-http';
import idbAdapter from 'pouchdb-adapter-idb';
import PouchDB from 'pouchdb-core';
import replication from 'pouchdb-replication';
import type { Databases } from './synchronise';

const Couch = PouchDB.plugin(idbAdapter).plugin(httpAdapter).plugin(replication);

/** What the server wants to know of whoever writes; never kept. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/**
 * The copy on this computer and the server's database of one study. Nothing is sent before it is used.
 *
 * @param url of a CouchDB database, such as `https://couch.example.org/my-study`.
 */
export function openDatabases(study: string, url: string, credentials: Credentials | null): Databases {
  return {
    local: new Couch(`protoecg-sync-${study.slice(0, 12)}`, { adapter: 'idb' }),
    remote: new Couch(url, { skip_setup: true, ...(credentials && { auth: credentials }) }),
  };
}
