import { LEDGER_BASES } from '../../store/displayState';
import { findPackAverage } from '../../store/shownExplanation';
import { useActions, useAppState } from '../AppStoreContext';
import { text } from '../text';
import { ToggleChoice } from '../ToggleChoice';

/** Whether contributions count from similarities of 0 or from those of the average ECG, and what that means. */
export function LedgerBaseChoice() {
  const average = useAppState(findPackAverage);
  const wanted = useAppState(({ display }) => display.ledgerBase);
  const { changeDisplay } = useActions();
  const shown = average ? wanted : 'zero';
  return (
    <ToggleChoice
      label={text.ledgerBase.label}
      hint={average === null ? text.ledgerBase.none : shown === 'average' ? text.ledgerBase.average(average) : text.ledgerBase.zero}
      options={LEDGER_BASES}
      nameOf={text.ledgerBase.name}
      value={shown}
      onChange={(ledgerBase) => changeDisplay({ ledgerBase })}
      isDisabled={(base) => base === 'average' && average === null}
    />
  );
}
