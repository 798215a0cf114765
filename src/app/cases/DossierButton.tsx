import { BookOpen } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Button, Dialog, DialogTrigger, Modal, ModalOverlay } from 'react-aria-components';
import type { PrototypeContribution } from '../../explanation/explanation';
import { toPrototypeName } from '../../explanation/prototypeKey';
import { ModalHead } from '../ModalHead';
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
            <ModalHead className="modal-head dossier-bar" title={text.dossier.title} closeLabel={text.dossier.close} />
            <Suspense fallback={<p role="status">{text.dossier.loading}</p>}>
              <PrototypeDossier prototype={prototype} />
            </Suspense>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
