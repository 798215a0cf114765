import { useState } from 'react';
import { Button, Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { calibrateScreen, forgetScreen } from '../../store/screenScale';
import { DEFAULT_PAPER } from '../../viewer/paper';
import { SIZE_OBJECTS, type SizeObject } from '../../viewer/sizeObject';
import { useActions, useAppState } from '../AppStoreContext';
import { SizeSlider } from './SizeSlider';
import { ModalHead } from '../ModalHead';
import { text } from '../text';
import { ToggleChoice } from '../ToggleChoice';
import { usePixelsPerMm } from './usePixelsPerMm';
import { useScreenView } from './useScreenView';

interface TrueSizeDialogProps {
  readonly isOpen: boolean;
  onOpenChange(isOpen: boolean): void;
}

/** Where the reader measures the screen, so that a millimetre of paper is one. */
export function TrueSizeDialog({ isOpen, onOpenChange }: TrueSizeDialogProps) {
  return (
    <ModalOverlay className="overlay" isDismissable isOpen={isOpen} onOpenChange={onOpenChange}>
      <Modal className="modal">
        <Dialog className="card true-size">
          <TrueSize onDone={() => onOpenChange(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function TrueSize({ onDone }: { readonly onDone: () => void }) {
  const screen = useScreenView();
  const calibrations = useAppState(({ display }) => display.calibrations);
  const calibrated = usePixelsPerMm();
  const { changeDisplay } = useActions();
  const [object, setObject] = useState<SizeObject>('card');
  const [pixelsPerMm, setPixelsPerMm] = useState(calibrated ?? DEFAULT_PAPER.pixelsPerMm);
  const isPinched = screen.pinch !== 1;

  const keep = (): void => {
    changeDisplay({ calibrations: calibrateScreen(calibrations, { pixelsPerMm, screen }) });
    onDone();
  };
  const forget = (): void => {
    changeDisplay({ calibrations: forgetScreen(calibrations, screen) });
    onDone();
  };
  return (
    <>
      <ModalHead title={text.trueSize.title} closeLabel={text.trueSize.close} />
      <p>{text.trueSize.how(object)}</p>
      <ToggleChoice
        label={text.trueSize.object}
        options={SIZE_OBJECTS}
        nameOf={text.trueSize.objectName}
        value={object}
        onChange={setObject}
      />
      <SizeSlider object={object} pixelsPerMm={pixelsPerMm} onChange={setPixelsPerMm} />
      <p className="choice-hint">{isPinched ? text.trueSize.pinched : text.trueSize.limits}</p>
      <div className="modal-foot">
        <Button className="button primary" isDisabled={isPinched} onPress={keep}>
          {text.trueSize.keep}
        </Button>
        {calibrated !== undefined && (
          <Button className="button" onPress={forget}>
            {text.trueSize.forget}
          </Button>
        )}
      </div>
    </>
  );
}
