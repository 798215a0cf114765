import { Lock } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { Session } from '../../../store/review/database';
import { useReviewActions } from '../../ReviewContext';
import { homeText } from './homeText';

interface LockButtonProps {
  readonly session: Session;
  readonly done: number;
  readonly total: number;
}

/** Says for good that the reader is done, after asking. */
export function LockButton({ session, done, total }: LockButtonProps) {
  const { resume, lock, leave, openShelf } = useReviewActions();
  const lockSession = async (): Promise<void> => {
    if ((await resume(session.id)) === null) return;
    await lock();
    leave();
    await openShelf();
  };
  const { role, years } = session.reader;
  return (
    <DialogTrigger>
      <Button className="button" aria-label={homeText.lockOf(homeText.reader(role, years))}>
        <Lock aria-hidden="true" size={16} />
        {homeText.lock}
      </Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal review-confirm">
          <Dialog className="card" role="alertdialog">
            {({ close }) => (
              <>
                <Heading slot="title">{homeText.lockTitle}</Heading>
                {done < total && <p>{homeText.lockOpen(done, total)}</p>}
                <p>{homeText.lockMeans}</p>
                <div className="review-actions">
                  <Button
                    className="button primary"
                    onPress={() => {
                      close();
                      void lockSession();
                    }}
                  >
                    {homeText.lockConfirm}
                  </Button>
                  <Button className="button" onPress={close}>
                    {homeText.cancel}
                  </Button>
                </div>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
