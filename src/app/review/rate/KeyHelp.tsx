import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { ModalHead } from '../../ModalHead';
import { rateText } from './rateText';

interface KeyHelpProps {
  readonly onClose: () => void;
}

/** The keys of the rating screen. */
export function KeyHelp({ onClose }: KeyHelpProps) {
  return (
    <ModalOverlay className="overlay" isDismissable isOpen onOpenChange={onClose}>
      <Modal className="modal">
        <Dialog className="card rate-keys">
          <ModalHead title={rateText.keyHelpTitle} closeLabel={rateText.keyHelpClose} />
          <dl>
            {rateText.keyTable.map(([keys, does]) => (
              <div key={keys}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <p className="quiet">{rateText.keyHelpNote}</p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
