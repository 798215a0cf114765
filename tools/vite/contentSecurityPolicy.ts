import type { Plugin } from 'vite';

/**
 * What the built page may do: load from its own origin, compile wasm, start workers of its own (tfjs makes its threads
 * from blobs). Everything else is forbidden by the browser itself, sending an ECG elsewhere first of all. Only a host that
 * names a study server when it builds the page lets it talk to that one.
 */
export function createPolicy(syncOrigin: string | undefined): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval' blob:",
    "worker-src 'self' blob:",
    ["connect-src 'self'", ...(syncOrigin ? [requireOrigin(syncOrigin)] : [])].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Writes the policy into the built page, so that it holds on any static host. */
export function contentSecurityPolicy(): Plugin {
  let policy: string;
  return {
    name: 'content-security-policy',
    apply: 'build',
    configResolved: ({ env }) => {
      policy = createPolicy(env['VITE_SYNC_ORIGIN'] as string | undefined);
    },
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** An address that is one origin, and a safe one: anything more could open the policy to others. */
function requireOrigin(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isSafe = url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === 'localhost'));
  if (!isSafe || url.origin !== address) {
    throw new Error(`VITE_SYNC_ORIGIN must be one origin such as https://couch.example.org, not “${address}”.`);
  }
  return address;
}
