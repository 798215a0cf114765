import { Problem } from '../ecg/problem';
import type { PackSource } from './pack';

/**
 * A pack on the page's own web server.
 *
 * @param url address of the pack's folder, ending in a slash.
 */
export function createFetchSource(url: string): PackSource {
  return {
    label: url,
    async read(name, onBytes) {
      let response: Response;
      try {
        response = await fetch(new URL(name, url), { cache: 'no-cache' });
      } catch {
        throw new Problem(`The pack file ${name} could not be loaded from ${url}: the server does not answer.`);
      }
      // A single-page host answers a missing file with its start page.
      const isPage = response.headers.get('content-type')?.startsWith('text/html');
      if (!response.ok || !response.body || isPage) {
        throw new Problem(`The pack file ${name} could not be loaded from ${url} (${isPage ? 'not there' : response.status}).`);
      }
      const parts: Uint8Array[] = [];
      const reader = response.body.getReader();
      try {
        for (let part = await reader.read(); !part.done; part = await reader.read()) {
          parts.push(part.value);
          onBytes?.(part.value.byteLength);
        }
      } catch {
        throw new Problem(`The connection broke while the pack file ${name} was loaded from ${url}.`);
      }
      return join(parts);
    },
  };
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((total, part) => total + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}
