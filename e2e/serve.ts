import { buildSite, serveSite } from './support/site';

await buildSite();
await serveSite();
