import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
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
          <div className="drawer-head">
            <Heading slot="title">{title}</Heading>
            <Button slot="close" className="icon-button" aria-label={text.statements.close}>
              <X aria-hidden="true" size={18} />
            </Button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
