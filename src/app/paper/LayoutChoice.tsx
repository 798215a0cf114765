import { findSelectedContribution, shownLayout } from '../../store/selectors';
import { LAYOUTS } from '../../store/state';
import { useActions, useAppState } from '../AppStoreContext';
import { text } from '../text';
import { ToggleChoice } from '../ToggleChoice';

/** How the leads are laid out. What the reader picks stays; until then the layout follows the chosen prototype. */
export function LayoutChoice() {
  const layout = useAppState(shownLayout);
  const hasMatch = useAppState((state) => Boolean(findSelectedContribution(state)?.match));
  const { changeDisplay } = useActions();
  return (
    <ToggleChoice
      label={text.ecg.layout}
      options={LAYOUTS}
      nameOf={text.ecg.layoutName}
      value={layout}
      onChange={(chosen) => changeDisplay({ layout: chosen })}
      isDisabled={(name) => name === 'matched' && !hasMatch}
    />
  );
}
