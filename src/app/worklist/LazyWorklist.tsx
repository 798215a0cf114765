import { type ComponentType, useEffect, useState } from 'react';

interface LazyWorklistProps {
  /** Told when the reader has chosen a recording. */
  readonly onOpen?: () => void;
}

let loaded: ComponentType<LazyWorklistProps> | null = null;

/** Loads the worklist before it is wanted, so that nothing on the page gives way when it appears. */
export async function loadWorklist(): Promise<ComponentType<LazyWorklistProps>> {
  return (loaded = (await import('./Worklist')).Worklist);
}

/** The worklist, which is not of what the page fetches first: few readers open several recordings in its first moments. */
export function LazyWorklist(props: LazyWorklistProps) {
  const [Worklist, setWorklist] = useState(() => loaded);
  useEffect(() => {
    if (!Worklist) void loadWorklist().then((found) => setWorklist(() => found));
  }, [Worklist]);
  return Worklist && <Worklist {...props} />;
}
