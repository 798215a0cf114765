import { ToggleChoice } from '../ToggleChoice';
import { text } from '../text';
import { goTo, usePlace } from '../usePlace';

const MODES = ['read', 'review'] as const;

/** Goes between reading ECGs and reviewing prototypes; nothing of either is lost. */
export function ModeSwitch() {
  const { mode } = usePlace();
  return (
    <ToggleChoice
      label={text.header.mode}
      options={MODES}
      nameOf={text.header.modeName}
      value={mode}
      onChange={(chosen) => goTo(chosen === 'read' ? { mode: 'read' } : { mode: 'review', page: 'home' })}
    />
  );
}
