import { buildSites, serveSites } from './support/site';

await buildSites();
await serveSites();
