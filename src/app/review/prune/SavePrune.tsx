import { Download } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { PrototypeKey } from '../../../explanation/prototypeKey';
import type { LoadedPack } from '../../../model/protocol';
import { createPruneFile } from '../../../review/pruneFile';
import { saveFile } from '../../saveFile';
import { pruneText } from './pruneText';

interface SavePruneProps {
  readonly pack: LoadedPack;
  /** Those that the model should do without: at least one. */
  readonly prototypes: readonly PrototypeKey[];
}

/** Saves the list of prototypes that a model should do without, in the terms of its reference implementation. */
export function SavePrune({ pack, prototypes }: SavePruneProps) {
  const save = (): void => {
    const file = JSON.stringify(createPruneFile(prototypes, pack), null, 1);
    saveFile('prune.json', new Blob([file], { type: 'application/json' }));
  };
  return (
    <Button className="button" aria-label={pruneText.saveOf(prototypes.length)} onPress={save}>
      <Download aria-hidden="true" size={14} />
      {pruneText.save}
    </Button>
  );
}
