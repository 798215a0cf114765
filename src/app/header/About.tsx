import { CircleHelp } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '../IconButton';
import { text } from '../text';

const AboutDialog = lazy(() => import('./AboutDialog'));

/** The way to what the program is for, its keys and its sources. */
export function About() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton label={text.about.open} className="about-button" onPress={() => setOpen(true)}>
        <CircleHelp aria-hidden="true" size={18} />
      </IconButton>
      <ModalOverlay className="overlay" isDismissable isOpen={isOpen} onOpenChange={setOpen}>
        <Modal className="modal about">
          <Suspense>
            <AboutDialog />
          </Suspense>
        </Modal>
      </ModalOverlay>
    </>
  );
}
