import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The built app as it is published, with the demo model and the gallery alone. */
export const PUBLISHED_SITE = join(root, '.cache/e2e/published');
/** The built app with packs for tests, as a researcher would host it. */
export const SITE = join(root, '.cache/e2e/site');
/** The demo model that the app comes with. */
export const DEMO = join(root, 'public/models/demo');
/** The golden checkpoint, which a clone alone does not have. */
export const GOLDEN = join(root, '../shared/golden');

const first = Number(process.env.E2E_PORT ?? 4173);
/** The site with the headers that allow threads, the published one, and the first as a plain static host serves it. */
export const PORTS = { isolated: first, published: first + 2, plain: first + 1 };
/** Where a test may start a study's server: the one origin that the site of the tests may talk to besides its own. */
export const COUCH_PORT = first + 3;
