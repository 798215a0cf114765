import { type Layout, LAYOUTS } from '../../store/displayState';
import { useActions } from '../AppStoreContext';
import { text } from '../text';
import { ToggleChoice } from '../ToggleChoice';

interface LayoutChoiceProps {
  readonly shown: Layout;
  /** Whether there is a segment around which the leads can be laid out. */
  readonly hasMatch: boolean;
  readonly nameOf?: (layout: Layout) => string;
}

/** How the leads are laid out. What the reader picks stays; until then the layout follows the segment. */
export function LayoutChoice({ shown, hasMatch, nameOf = text.ecg.layoutName }: LayoutChoiceProps) {
  const { changeDisplay } = useActions();
  return (
    <ToggleChoice
      label={text.ecg.layout}
      options={LAYOUTS}
      nameOf={nameOf}
      value={shown}
      onChange={(layout) => changeDisplay({ layout })}
      isDisabled={(name) => name === 'matched' && !hasMatch}
    />
  );
}
