import { useEffect, useState } from 'react';
import type { Ecg } from '../../ecg/ecg';
import { hashSamples } from '../../ecg/samples';

const SHORT_HASH_LENGTH = 8;

/** The first digits of the SHA-256 of the samples, eight if not told, by which an ECG is told from others without a name; null until known. */
export function useEcgHash(ecg: Ecg, digits = SHORT_HASH_LENGTH): string | null {
  const [known, setKnown] = useState<{ readonly ecg: Ecg; readonly hash: string } | null>(null);
  useEffect(() => {
    let isWanted = true;
    hashSamples(ecg).then(
      (hash) => isWanted && setKnown({ ecg, hash: hash.slice(0, digits) }),
      // A page that cannot hash does without.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [ecg, digits]);
  return known?.ecg === ecg ? known.hash : null;
}
