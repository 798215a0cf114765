import { ChevronDown, DraftingCompass, Minus, Plus } from 'lucide-react';
import { Button, Group, ListBox, ListBoxItem, Popover, Select, SelectValue, ToggleButton } from 'react-aria-components';
import type { LeadName } from '../../ecg/lead';
import { leastMagnification, MAX_MAGNIFICATION } from '../../store/sheet';
import { orderLeads, toLeadLabel } from '../../viewer/leadOrder';
import { useAppState } from '../AppStoreContext';
import { useSheet } from './SheetContext';
import { text } from '../text';
import { nextZoomStep } from './zoomSteps';

interface PaperToolsProps {
  readonly startCalipers: () => void;
  /** Shows a lead alone; null: all of them. */
  readonly showLead: (lead: LeadName | null) => void;
}

const ALL_LEADS = 'all';

/** Calipers, one lead alone, and how near the paper is. */
export function PaperTools({ startCalipers, showLead }: PaperToolsProps) {
  const { sheet, actions } = useSheet();
  const { magnification, focus, calipers } = sheet;
  const leadOrder = useAppState(({ display }) => display.leadOrder);
  const { magnify, endCalipers } = actions;
  const words = text.sheet;
  const leads = orderLeads(leadOrder).map((shown) => ({ id: shown.lead as string, name: words.leadAlone(toLeadLabel(shown)) }));
  return (
    <>
      <ToggleButton
        className="button"
        isSelected={calipers !== null}
        onChange={(isOn) => (isOn ? startCalipers() : endCalipers())}
      >
        <DraftingCompass aria-hidden="true" size={16} />
        {words.calipers}
      </ToggleButton>
      <Select
        aria-label={words.lead}
        className="lead-select"
        value={focus?.lead ?? ALL_LEADS}
        onChange={(chosen) => showLead(chosen === ALL_LEADS ? null : (chosen as LeadName))}
      >
        <Button className="button">
          <SelectValue />
          <ChevronDown aria-hidden="true" size={14} />
        </Button>
        <Popover className="popover menu">
          <ListBox items={[{ id: ALL_LEADS, name: words.allLeads }, ...leads]}>
            {({ name }) => <ListBoxItem>{name}</ListBoxItem>}
          </ListBox>
        </Popover>
      </Select>
      <Group className="zoom-buttons">
        <Button
          className="icon-button"
          aria-label={words.reduce}
          isDisabled={magnification <= leastMagnification(sheet)}
          onPress={() => magnify(nextZoomStep(magnification, -1))}
        >
          <Minus aria-hidden="true" size={16} />
        </Button>
        <Button className="zoom-value" aria-label={words.ownSize(magnification)} onPress={() => magnify(1)}>
          {words.magnification(magnification)}
        </Button>
        <Button
          className="icon-button"
          aria-label={words.enlarge}
          isDisabled={magnification >= MAX_MAGNIFICATION}
          onPress={() => magnify(nextZoomStep(magnification, 1))}
        >
          <Plus aria-hidden="true" size={16} />
        </Button>
      </Group>
    </>
  );
}
