import { PanelLeft } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { StatementDrawer } from '../../statements/StatementDrawer';
import { rateText } from './rateText';

interface ItemDrawerProps {
  /** The list. */
  readonly children: ReactNode;
}

/** The list of items where it has no room beside the paper: a drawer, a sheet from below on a phone. */
export function ItemDrawer({ children }: ItemDrawerProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button className="button" onPress={() => setOpen(true)}>
        <PanelLeft aria-hidden="true" size={16} />
        {rateText.openList}
      </Button>
      <StatementDrawer title={rateText.list} closeLabel={rateText.closeList} isOpen={isOpen} onOpenChange={setOpen}>
        {children}
      </StatementDrawer>
    </>
  );
}
