import { type BackendName, BACKENDS } from '../model/protocol';

/** What the page's address asks for: `?model=name&backend=wasm`, for researchers and tests. */
export interface UrlChoices {
  readonly model: string | null;
  /** All backends, the one that was asked for before the others, these best first. */
  readonly backends: readonly BackendName[];
  /** A backend that was asked for and does not exist. */
  readonly unknownBackend: string | null;
}

/** Reads the choices from an address's query, for example `?backend=wasm`. */
export function readUrlChoices(query: string): UrlChoices {
  const parameters = new URLSearchParams(query);
  const wanted = parameters.get('backend');
  const backend = BACKENDS.find((name) => name === wanted);
  return {
    model: parameters.get('model'),
    backends: backend ? [backend, ...BACKENDS.filter((other) => other !== backend)] : BACKENDS,
    unknownBackend: backend ? null : wanted,
  };
}
