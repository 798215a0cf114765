import { type ComponentType, useEffect, useState } from 'react';
import { Optional } from './Optional';

/** A part of the page that is not of what the page fetches first. */
export interface Preloaded<Props extends object> {
  /** Loads the part before it is wanted, so that nothing on the page gives way when it appears; rejects where it cannot. */
  readonly load: () => Promise<ComponentType<Props>>;
  /** The part: drawn at once where it is loaded, else as soon as it is, and a sentence where it fails. */
  readonly Part: ComponentType<Props>;
}

/** Makes a preloaded part of what imports it. */
export function createPreloaded<Props extends object>(fetchPart: () => Promise<ComponentType<Props>>): Preloaded<Props> {
  let loaded: ComponentType<Props> | null = null;

  const load = async (): Promise<ComponentType<Props>> => (loaded = await fetchPart());

  // React's own `lazy` draws nothing for a moment even where the part is there.
  function Loaded(props: Props) {
    const [Part, setPart] = useState(() => loaded);
    useEffect(() => {
      if (Part) return;
      load().then(
        (found) => setPart(() => found),
        (failure: unknown) =>
          setPart(() => {
            throw failure;
          }),
      );
    }, [Part]);
    return Part && <Part {...props} />;
  }

  return {
    load,
    Part: (props) => (
      <Optional>
        <Loaded {...props} />
      </Optional>
    ),
  };
}
