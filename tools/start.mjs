// @ts-check
import { createServer } from 'vite';

/**
 * Serves the app and says where in one line.
 * @param {string} root
 */
export async function start(root) {
  const server = await createServer({ root, logLevel: 'warn', clearScreen: false });
  try {
    await server.listen();
  } catch (error) {
    console.error(`The app could not be served on port ${server.config.server.port}: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
  console.log(`The viewer is at http://localhost:${server.config.server.port} (stop it with Ctrl+C)`);
}
