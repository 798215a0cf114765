import { SIGNALS } from '../../store/displayState';
import { findModelView } from '../../store/selectors';
import { useActions, useAppState } from '../AppStoreContext';
import { text } from '../text';
import { ToggleChoice } from '../ToggleChoice';

/** What is drawn: the recording, what the model saw of it, or what they differ by; the last two once the model has seen it. */
export function SignalChoice() {
  const shown = useAppState((state) => findModelView(state)?.kind ?? 'recorded');
  const inference = useAppState((state) => state.inference.status);
  const { changeDisplay } = useActions();
  return (
    <ToggleChoice
      label={text.paper.signal}
      hint={inference === 'ready' ? undefined : text.paper.signalLater(inference)}
      options={SIGNALS}
      nameOf={text.paper.signalName}
      value={shown}
      onChange={(signal) => changeDisplay({ signal })}
      isDisabled={(signal) => signal !== 'recorded' && inference !== 'ready'}
    />
  );
}
