import { useMemo } from 'react';
import { createOwnStudy } from '../../../review/ownStudy';
import type { PrototypeStudy } from '../../../review/study';
import { useAppState } from '../../AppStoreContext';

/** The reader's own review of the open pack; null while none is open. */
export function useOwnStudy(): PrototypeStudy | null {
  const pack = useAppState((state) => (state.pack.status === 'ready' ? state.pack.pack : null));
  return useMemo(() => pack && createOwnStudy(pack.manifest, pack.sha256), [pack]);
}
