import { toSentence } from '../../ecg/problem';
import { useActions } from '../AppStoreContext';
import { saveFile, toFileName } from '../saveFile';
import { text } from '../text';

/** Saves the open explanation as a file that opens again to the same view. */
export function useSaveLedger(ecgHash: string | null): () => Promise<void> {
  const { writeLedger, notify } = useActions();
  return async () => {
    try {
      const ledger = await writeLedger({ app: text.appName, intendedUse: text.intendedUse }, new Date());
      if (ledger === null) return;
      const name = toFileName(ecgHash, `explanation-${ledger.statement.code.toLowerCase()}`, 'json');
      saveFile(name, new Blob([JSON.stringify(ledger, null, 1)], { type: 'application/json' }));
    } catch (thrown) {
      notify({ kind: 'notSaved', sentence: toSentence(thrown) });
    }
  };
}
