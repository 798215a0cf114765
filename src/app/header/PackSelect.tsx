import { ChevronDown } from 'lucide-react';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { useActions, useAppState } from '../AppStoreContext';
import { text } from '../text';

/** Chooses among the model packs, where there are several. */
export function PackSelect() {
  const packList = useAppState((state) => state.packList);
  const chosen = useAppState(({ pack }) => (pack.status === 'none' ? null : pack.name));
  const { choosePack } = useActions();
  if (packList.status !== 'ready' || packList.entries.length < 2) return null;
  return (
    <Select
      aria-label={text.header.chooseModel}
      className="pack-select"
      value={chosen}
      onChange={(name) => {
        if (name !== null && name !== chosen) void choosePack(String(name));
      }}
    >
      <Button className="chip">
        <SelectValue />
        <ChevronDown aria-hidden="true" size={14} />
      </Button>
      <Popover className="popover menu">
        <ListBox items={packList.entries}>{({ name }) => <ListBoxItem id={name}>{name}</ListBoxItem>}</ListBox>
      </Popover>
    </Select>
  );
}
