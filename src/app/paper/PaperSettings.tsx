import { Ruler } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { STANDARD_LEADS } from '../../ecg/lead';
import { LEAD_ORDERS, PAGE_FORMS, PAPER_COLOURS, PAPER_GAINS, PAPER_SPEEDS } from '../../store/displayState';
import { useActions, useAppState } from '../AppStoreContext';
import { text } from '../text';
import { ToggleChoice } from '../ToggleChoice';
import { usePixelsPerMm } from './usePixelsPerMm';

const TrueSizeDialog = lazy(async () => ({ default: (await import('./TrueSizeDialog')).TrueSizeDialog }));

/** The ECG's paper: its speed and gain, the form of a page, the order of its leads, and its size on this screen. */
export function PaperSettings() {
  const [isOpen, setOpen] = useState(false);
  // Null until it is first wanted: only then it is loaded.
  const [isSizing, setSizing] = useState<boolean | null>(null);
  const display = useAppState((state) => state.display);
  const { changeDisplay } = useActions();
  const isTrueSize = usePixelsPerMm() !== undefined;
  const { paperSpeedMmPerSecond, gainMmPerMv } = display;
  return (
    <>
      <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
        <Button className="button">
          <Ruler aria-hidden="true" size={16} />
          {text.paper.open}
          <span className="quiet wide-only">{text.paper.scale(paperSpeedMmPerSecond, gainMmPerMv)}</span>
        </Button>
        <Popover className="popover" placement="bottom start">
          <Dialog className="card paper-choices">
            <Heading slot="title">{text.paper.title}</Heading>
            <ToggleChoice
              label={text.paper.speed}
              isLabelShown
              options={PAPER_SPEEDS}
              nameOf={text.paper.speedName}
              value={paperSpeedMmPerSecond}
              onChange={(chosen) => changeDisplay({ paperSpeedMmPerSecond: chosen })}
            />
            <ToggleChoice
              label={text.paper.gain}
              isLabelShown
              options={PAPER_GAINS}
              nameOf={text.paper.gainName}
              value={gainMmPerMv}
              onChange={(chosen) => changeDisplay({ gainMmPerMv: chosen })}
            />
            <ToggleChoice
              label={text.paper.pageForm}
              isLabelShown
              options={PAGE_FORMS}
              nameOf={text.paper.pageFormName}
              value={display.pageForm}
              // Whoever picks a form wants to see it.
              onChange={(pageForm) => changeDisplay({ pageForm, layout: 'page' })}
            />
            <ToggleChoice
              label={text.paper.leadOrder}
              isLabelShown
              hint={text.paper.cabreraHint}
              options={LEAD_ORDERS}
              nameOf={text.paper.leadOrderName}
              value={display.leadOrder}
              onChange={(leadOrder) => changeDisplay({ leadOrder })}
            />
            <ToggleChoice
              label={text.paper.rhythmLead}
              isLabelShown
              hint={text.paper.rhythmHint}
              options={STANDARD_LEADS}
              nameOf={(lead) => lead}
              value={display.rhythmLead}
              onChange={(rhythmLead) => changeDisplay({ rhythmLead })}
            />
            <ToggleChoice
              label={text.paper.colours}
              isLabelShown
              options={PAPER_COLOURS}
              nameOf={text.paper.coloursName}
              value={display.paperColours}
              onChange={(paperColours) => changeDisplay({ paperColours })}
            />
            <span className="choice-label">{text.paper.size}</span>
            <Button
              className="button"
              onPress={() => {
                setOpen(false);
                setSizing(true);
              }}
            >
              {isTrueSize ? text.paper.calibrateAgain : text.paper.calibrate}
            </Button>
            <p className="choice-hint">{isTrueSize ? text.paper.trueSize : text.paper.notToScale}</p>
          </Dialog>
        </Popover>
      </DialogTrigger>
      {isSizing !== null && (
        <Suspense>
          <TrueSizeDialog isOpen={isSizing} onOpenChange={setSizing} />
        </Suspense>
      )}
    </>
  );
}
