import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The built app with its packs, as a researcher would host it. */
export const SITE = join(root, '.cache/e2e/site');
/** The golden checkpoint, which a clone alone does not have. */
export const GOLDEN = join(root, '../shared/golden');

const first = Number(process.env.E2E_PORT ?? 4173);
/** The site with the headers that allow threads, and as a plain static host serves it. */
export const PORTS = { isolated: first, plain: first + 1 };
