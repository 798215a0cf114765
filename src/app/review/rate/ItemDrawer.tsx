import { PanelLeft } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Progress } from '../../../review/progress';
import { StatementDrawer } from '../../statements/StatementDrawer';
import { rateText } from './rateText';

interface ItemDrawerProps {
  readonly progress: Progress;
  /** The list. */
  readonly children: ReactNode;
}

/** The list of items where it has no room beside the paper: a drawer, a sheet from below on a phone. */
export function ItemDrawer({ progress, children }: ItemDrawerProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button className="button" onPress={() => setOpen(true)}>
        <PanelLeft aria-hidden="true" size={16} />
        {rateText.openList}
        <span className="quiet">
          {progress.done}/{progress.total}
        </span>
      </Button>
      <StatementDrawer title={rateText.list} closeLabel={rateText.closeList} isOpen={isOpen} onOpenChange={setOpen}>
        {children}
      </StatementDrawer>
    </>
  );
}
