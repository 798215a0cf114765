import type { ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { ModalHead } from '../ModalHead';
import { text } from '../text';

interface StatementDrawerProps {
  readonly title: string;
  readonly isOpen: boolean;
  onOpenChange(isOpen: boolean): void;
  readonly children: ReactNode;
}

/** The rail where there is no room for it: a drawer at the side, on a phone a sheet from below. */
export function StatementDrawer({ title, isOpen, onOpenChange, children }: StatementDrawerProps) {
  return (
    <ModalOverlay className="overlay" isDismissable isOpen={isOpen} onOpenChange={onOpenChange}>
      <Modal className="drawer">
        <Dialog className="drawer-content">
          <ModalHead className="drawer-head" title={title} closeLabel={text.statements.close} />
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
