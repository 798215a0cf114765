declare module 'pouchdb-core' {
  import type { CouchDatabase } from './couchDatabase';

  interface Couch {
    new (name: string, options?: object): CouchDatabase;
    plugin: (plugin: unknown) => Couch;
    defaults: (options: object) => Couch;
  }
  const core: Couch;
  export default core;
}

declare module 'pouchdb-adapter-idb';
declare module 'pouchdb-adapter-http';
declare module 'pouchdb-adapter-memory';
declare module 'pouchdb-replication';
declare module 'pouchdb-mapreduce';
declare module 'express-pouchdb';
