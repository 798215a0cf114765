import { ChevronDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import { findPrototypeMeasurements } from '../../store/prototypeMeasurements';
import { useActions, useAppState } from '../AppStoreContext';
import { DifferenceTable } from './DifferenceTable';
import { text } from '../text';

interface CaseDifferencesProps {
  readonly recordId: string;
}

/** What the patient's ECG and the prototype's differ by; measured when the reader asks for it. */
export function CaseDifferences({ recordId }: CaseDifferencesProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure className="case-differences" isExpanded={isOpen} onExpandedChange={setOpen}>
      <Button slot="trigger" className="button">
        {text.cases.measured}
        <ChevronDown aria-hidden="true" size={16} />
      </Button>
      <DisclosurePanel>{isOpen && <Differences recordId={recordId} />}</DisclosurePanel>
    </Disclosure>
  );
}

function Differences({ recordId }: CaseDifferencesProps) {
  const here = useAppState(({ measurements }) => measurements);
  const there = useAppState((state) => findPrototypeMeasurements(state, recordId));
  const { measurePrototypeRecord } = useActions();
  useEffect(() => void measurePrototypeRecord(recordId), [measurePrototypeRecord, recordId]);
  if (here.status === 'failed') return <p>{text.cases.notMeasured(here.sentence)}</p>;
  if (there?.status === 'failed') return <p>{text.cases.notMeasured(there.sentence)}</p>;
  if (here.status !== 'ready' || there?.status !== 'ready') return <p role="status">{text.cases.measuring}</p>;
  return <DifferenceTable patient={here.measured} prototype={there.measured} />;
}
