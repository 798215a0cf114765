import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { findSelectedContribution, shownLayout } from '../store/selectors';
import { type Layout, LAYOUTS } from '../store/state';
import { useActions, useAppState } from './AppStoreContext';
import { text } from './text';

/** How the leads are laid out. What the reader picks stays; until then the layout follows the chosen prototype. */
export function LayoutChoice() {
  const layout = useAppState(shownLayout);
  const hasMatch = useAppState((state) => Boolean(findSelectedContribution(state)?.match));
  const { changeDisplay } = useActions();
  return (
    <ToggleButtonGroup
      className="toggle-group"
      aria-label={text.ecg.layout}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[layout]}
      onSelectionChange={(keys) => {
        const [chosen] = keys;
        if (chosen !== undefined) changeDisplay({ layout: chosen as Layout });
      }}
    >
      {LAYOUTS.map((name) => (
        <ToggleButton key={name} id={name} isDisabled={name === 'matched' && !hasMatch}>
          {text.ecg.layoutName(name)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
