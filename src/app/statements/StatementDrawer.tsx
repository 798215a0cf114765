import type { ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { ModalHead } from '../ModalHead';
import { text } from '../text';

interface StatementDrawerProps {
  readonly title: string;
  /** The name of the button that closes it. */
  readonly closeLabel?: string;
  readonly isOpen: boolean;
  onOpenChange(isOpen: boolean): void;
  readonly children: ReactNode;
}

/** The rail where there is no room for it: a drawer at the side, on a phone a sheet from below. */
export function StatementDrawer({ title, closeLabel = text.statements.close, isOpen, onOpenChange, children }: StatementDrawerProps) {
  return (
    <ModalOverlay className="overlay" isDismissable isOpen={isOpen} onOpenChange={onOpenChange}>
      <Modal className="drawer">
        <Dialog className="drawer-content">
          <ModalHead className="drawer-head" title={title} closeLabel={closeLabel} />
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
