import { ChevronDown, GitCompareArrows } from 'lucide-react';
import { Button, Dialog, DialogTrigger, ListBox, ListBoxItem, Popover, Select, SelectValue, Text } from 'react-aria-components';
import { otherRecordings, worklistRows } from '../../store/worklistSelectors';
import { useActions, useAppState } from '../AppStoreContext';
import { text } from '../text';

/** Chooses another recording of the session to lay beside the open one; where there is none, says how to get one. */
export function ComparisonChoice() {
  const others = useAppState(otherRecordings);
  const rows = useAppState(worklistRows);
  const compared = useAppState(({ comparison }) => comparison);
  const { compareWith } = useActions();
  // One that is still being read can be chosen in a moment.
  const areComing = useAppState(({ worklist }) => worklist.entries.some(({ recording }) => recording.status === 'waiting' || recording.status === 'reading'));
  if (others.length === 0 && !areComing) return <HowToCompare />;
  const items = rows.filter(({ id }) => others.some((other) => other.id === id));
  return (
    <Select
      aria-label={text.comparison.choose}
      className="comparison-select"
      placeholder={text.comparison.placeholder}
      value={compared}
      isDisabled={others.length === 0}
      onChange={(id) => {
        if (typeof id === 'number') void compareWith(id);
      }}
    >
      <Button className="button">
        <GitCompareArrows aria-hidden="true" size={16} />
        <SelectValue>{({ selectedText, defaultChildren }) => (selectedText === '' ? defaultChildren : text.comparison.chosen(selectedText))}</SelectValue>
        <ChevronDown aria-hidden="true" size={14} className="wide-only" />
      </Button>
      <Popover className="popover menu">
        <ListBox items={items}>
          {({ id, name, state }) => (
            <ListBoxItem id={id} textValue={name}>
              <Text slot="label">{name}</Text>
              <Text slot="description" className="comparison-state">
                {text.worklist.state(state)}
              </Text>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}

function HowToCompare() {
  return (
    <DialogTrigger>
      <Button className="button" aria-label={text.comparison.placeholder}>
        <GitCompareArrows aria-hidden="true" size={16} />
        <span className="wide-only">{text.comparison.placeholder}</span>
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="card comparison-how" aria-label={text.comparison.choose}>
          <p>{text.comparison.how}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
