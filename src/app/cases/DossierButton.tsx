import { BookOpen, X } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { PrototypeContribution } from '../../explanation/explanation';
import { toPrototypeName } from '../../explanation/prototypeKey';
import { text } from '../text';

const PrototypeDossier = lazy(async () => ({ default: (await import('./PrototypeDossier')).PrototypeDossier }));

interface DossierButtonProps {
  readonly prototype: PrototypeContribution;
}

/** Opens what is known of a prototype. */
export function DossierButton({ prototype }: DossierButtonProps) {
  return (
    <DialogTrigger>
      <Button className="button" aria-label={text.dossier.openOf(toPrototypeName(prototype))}>
        <BookOpen aria-hidden="true" size={16} />
        {text.dossier.open}
      </Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal">
          <Dialog className="card dossier">
            <div className="modal-head dossier-bar">
              <Heading slot="title">{text.dossier.title}</Heading>
              <Button slot="close" className="icon-button" aria-label={text.dossier.close}>
                <X aria-hidden="true" size={18} />
              </Button>
            </div>
            <Suspense fallback={<p role="status">{text.dossier.loading}</p>}>
              <PrototypeDossier prototype={prototype} />
            </Suspense>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
