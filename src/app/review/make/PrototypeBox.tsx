import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, Dialog, DialogTrigger, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { toPrototypeName } from '../../../explanation/prototypeKey';
import { BRANCHES } from '../../../model/branch';
import type { Manifest } from '../../../model/manifest';
import '../../fields/codeChoice.css';
import { SearchEntry } from '../../fields/SearchEntry';
import { holdsWords } from '../../statements/statementGroups';
import { makeText } from './makeText';

interface PrototypeBoxProps {
  readonly manifest: Manifest;
  /** Those that are chosen already. */
  readonly taken: readonly string[];
  onAdd(prototype: string): void;
}

/** More than these are found by typing more. */
const MOST_OFFERED = 40;

/** Finds a prototype by its name or class. */
export function PrototypeBox({ manifest, taken, onAdd }: PrototypeBoxProps) {
  const [query, setQuery] = useState('');
  const all = useMemo(() => listNames(manifest), [manifest]);
  const offered = all.filter(({ id, words }) => !taken.includes(id) && holdsWords(words, query)).slice(0, MOST_OFFERED);
  return (
    <DialogTrigger onOpenChange={() => setQuery('')}>
      <Button className="button make-add">
        <Plus aria-hidden="true" size={16} />
        {makeText.addTraining}
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="card code-choice-card" aria-label={makeText.addTraining}>
          {({ close }) => (
            <>
              <SearchEntry label={makeText.findTraining} value={query} onChange={setQuery} />
              <ListBox
                aria-label={makeText.addTraining}
                className="code-list"
                items={offered}
                renderEmptyState={() => makeText.noneFound}
                onAction={(name) => {
                  close();
                  onAdd(String(name));
                }}
              >
                {({ id, words }) => (
                  <ListBoxItem id={id} textValue={words}>
                    {words}
                  </ListBoxItem>
                )}
              </ListBox>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Every prototype by its name, with the words that it is found by: `morphology/151 LVH`. */
function listNames({ prototypes }: Manifest): readonly { readonly id: string; readonly words: string }[] {
  return BRANCHES.flatMap((branch) =>
    prototypes[branch].map(({ classes }, index) => {
      const id = toPrototypeName({ branch, index });
      return { id, words: `${id} ${classes.join(', ')}` };
    }),
  );
}
