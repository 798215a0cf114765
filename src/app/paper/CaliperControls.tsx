import { ChevronDown } from 'lucide-react';
import {
  Button,
  I18nProvider,
  Input,
  ListBox,
  ListBoxItem,
  NumberField,
  Popover,
  Select,
  SelectValue,
  Switch,
} from 'react-aria-components';
import { durationSeconds, type Ecg } from '../../ecg/ecg';
import type { LeadName } from '../../ecg/lead';
import { CALIPER_KINDS, type Calipers, measureBetween } from '../../signal/measure/calipers';
import { toCaliperWords } from '../../viewer/caliperWords';
import type { Sheet } from '../../viewer/layout';
import { orderLeads, toLeadLabel, toShownLead } from '../../viewer/leadOrder';
import { findStrip, isShown } from '../../viewer/sheetPoint';
import { useAppState } from '../AppStoreContext';
import { useSheet } from './SheetContext';
import { text } from '../text';
import { ToggleChoice } from '../ToggleChoice';

interface CaliperControlsProps {
  readonly calipers: Calipers;
  /** What is drawn. */
  readonly drawn: Ecg;
  readonly sheet: Sheet;
  /** Shows a lead alone, where one is. */
  readonly showLead: (lead: LeadName) => void;
}

/** Everything about the calipers without a pointer: what they measure, in which lead, between which times, and what they read. */
export function CaliperControls({ calipers, drawn, sheet, showLead }: CaliperControlsProps) {
  const { leadOrder, gainMmPerMv } = useAppState(({ display }) => display);
  const { sheet: held, actions } = useSheet();
  const isAlone = held.focus !== null;
  const { changeCalipers } = actions;
  const words = text.sheet;
  const { kind, lead, ends, isMarching } = calipers;
  const shownLead = toShownLead(lead, leadOrder);
  const reading = measureBetween(drawn, lead, ends, shownLead.isInverted);
  const strip = findStrip(sheet, lead, reading.ends);
  const isDrawn = kind === 'time' || (strip !== undefined && reading.ends.every((seconds) => isShown(strip, seconds)));
  const leads = orderLeads(leadOrder).map((shown) => ({ id: shown.lead as string, name: toLeadLabel(shown) }));
  return (
    <>
      <ToggleChoice
        label={words.caliperKind}
        options={CALIPER_KINDS}
        nameOf={words.caliperKindName}
        value={kind}
        onChange={(chosen) => changeCalipers({ kind: chosen })}
      />
      <Select
        aria-label={words.caliperLead}
        className="lead-select"
        value={lead as string}
        onChange={(chosen) => (isAlone ? showLead(chosen as LeadName) : changeCalipers({ lead: chosen as LeadName }))}
      >
        <Button className="button">
          <SelectValue />
          <ChevronDown aria-hidden="true" size={14} />
        </Button>
        <Popover className="popover menu">
          <ListBox items={leads}>{({ name }) => <ListBoxItem>{name}</ListBoxItem>}</ListBox>
        </Popover>
      </Select>
      {/* Numbers are written with a point everywhere on the page. */}
      <I18nProvider locale="en-US">
        {([0, 1] as const).map((end) => (
          <NumberField
            key={end}
            className="caliper-end"
            aria-label={words.caliperEnd(end)}
            value={reading.ends[end]}
            minValue={0}
            maxValue={durationSeconds(drawn)}
            step={1 / drawn.samplingRateHz}
            formatOptions={{ minimumFractionDigits: 3, maximumFractionDigits: 3 }}
            onChange={(seconds) => {
              if (Number.isFinite(seconds)) changeCalipers({ ends: end === 0 ? [seconds, ends[1]] : [ends[0], seconds], activeEnd: end });
            }}
          >
            <Input />
            <span aria-hidden="true">s</span>
          </NumberField>
        ))}
      </I18nProvider>
      <Switch
        className="switch"
        isSelected={isMarching && kind !== 'voltage'}
        isDisabled={kind === 'voltage'}
        onChange={(isOn) => changeCalipers({ isMarching: isOn })}
      >
        <span className="switch-track" aria-hidden="true" />
        {words.march}
      </Switch>
      <div className="caliper-foot">
        <output className="caliper-reading" aria-live="polite">
          {words.reading(toLeadLabel(shownLead), toCaliperWords(kind, reading, gainMmPerMv))}
          {!isDrawn && <span className="quiet"> {words.notDrawn(toLeadLabel(shownLead))}</span>}
        </output>
        <p className="choice-hint wide-only">{words.caliperKeys}</p>
      </div>
    </>
  );
}
