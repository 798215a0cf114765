import { X } from 'lucide-react';
import { Button, Heading } from 'react-aria-components';

interface ModalHeadProps {
  readonly title: string;
  /** The name of the button that closes the dialog. */
  readonly closeLabel: string;
  readonly className?: string;
}

/** The head of a dialog: its title, and a button that closes it. */
export function ModalHead({ title, closeLabel, className = 'modal-head' }: ModalHeadProps) {
  return (
    <div className={className}>
      <Heading slot="title">{title}</Heading>
      <Button slot="close" className="icon-button" aria-label={closeLabel}>
        <X aria-hidden="true" size={18} />
      </Button>
    </div>
  );
}
