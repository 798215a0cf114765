import { X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { Button, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { toRecordingName } from '../../ecg/recordingName';
import { comparedStatements, findComparedRecording } from '../../store/comparisonSelectors';
import type { ReadyRecording } from '../../store/recordingState';
import type { MeasurementsState } from '../../store/resultsState';
import { useActions, useAppState } from '../AppStoreContext';
import { ComparedEcgs } from './ComparedEcgs';
import { ComparedEvidence } from './ComparedEvidence';
import { ComparedStatements } from './ComparedStatements';
import './comparison.css';
import { DifferenceTable } from '../cases/DifferenceTable';
import { ModelState } from '../ModelState';
import { Pending } from '../evidence/Pending';
import { text } from '../text';
import { useMediaQuery } from '../useMediaQuery';
import { WIDE } from '../widths';
import { comparisonText } from './comparisonText';

interface ComparisonProps {
  readonly recording: ReadyRecording;
}

/** Two ECGs of the session: both on the same paper, what is measured and predicted in both, and their ledgers in the same rows. */
export function Comparison({ recording }: ComparisonProps) {
  const compared = useAppState(findComparedRecording);
  const isWide = useMediaQuery(WIDE);
  const { endComparison } = useActions();
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const comparedId = compared?.id;
  // What was chosen has replaced the page below the strip.
  useEffect(() => title.current?.focus({ preventScroll: true }), [comparedId]);
  if (!compared) return null;
  const titles = comparisonText;
  const statements = <StatementsInBoth />;
  const measured = <MeasuredDifferences there={compared.measurements} />;
  return (
    <section className="comparison" aria-labelledby={`${id}-title`}>
      <div className="comparison-head">
        <h2 id={`${id}-title`} ref={title} tabIndex={-1}>
          {titles.title(toRecordingName(recording.names), compared.name)}
        </h2>
        <Button className="button" onPress={endComparison}>
          <X aria-hidden="true" size={16} />
          {titles.end}
        </Button>
      </div>
      <ComparedEcgs recording={recording} compared={compared} />
      {isWide ? (
        <div className="comparison-columns">
          <div>
            <section aria-labelledby={`${id}-measured`}>
              <h3 id={`${id}-measured`}>{titles.measurements}</h3>
              {measured}
            </section>
            <section aria-labelledby={`${id}-statements`}>
              <h3 id={`${id}-statements`}>{titles.statements}</h3>
              {statements}
            </section>
          </div>
          <ComparedEvidence />
        </div>
      ) : (
        <Tabs className="tabs">
          <TabList aria-label={text.evidence.title} className="tab-list">
            <Tab id="statements">{titles.statementsShort}</Tab>
            <Tab id="ledger">{text.evidence.ledger}</Tab>
            <Tab id="measured">{titles.measurements}</Tab>
          </TabList>
          <TabPanel id="statements">{statements}</TabPanel>
          <TabPanel id="ledger">
            <ComparedEvidence />
          </TabPanel>
          <TabPanel id="measured">{measured}</TabPanel>
        </Tabs>
      )}
    </section>
  );
}

function StatementsInBoth() {
  const rows = useAppState(comparedStatements);
  return rows.length > 0 ? <ComparedStatements rows={rows} /> : <NotYetCompared />;
}

/** Why there is no comparison of what the network says. */
function NotYetCompared() {
  const here = useAppState(({ inference }) => inference);
  const there = useAppState((state) => findComparedRecording(state)?.inference);
  if (here.status === 'failed') {
    return (
      <p role="alert">
        {text.inferenceFailed}. {here.sentence}
      </p>
    );
  }
  if (here.status !== 'ready') {
    return (
      <>
        <ModelState />
        <Pending />
      </>
    );
  }
  return there ? <p role={there.status === 'failed' ? 'alert' : 'status'}>{comparisonText.inference(there)}</p> : null;
}

function MeasuredDifferences({ there }: { readonly there: MeasurementsState }) {
  const here = useAppState(({ measurements }) => measurements);
  const failed = [here, there].find(({ status }) => status === 'failed');
  if (failed?.status === 'failed') return <p>{text.cases.notMeasured(failed.sentence)}</p>;
  if (here.status !== 'ready' || there.status !== 'ready') return <p role="status">{comparisonText.measuring}</p>;
  return <DifferenceTable patient={here.measured} prototype={there.measured} otherName={comparisonText.there} />;
}
