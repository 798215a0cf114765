import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { StatementExplanation } from '../../explanation/explanation';
import { isWhatIf } from '../../store/shownExplanation';
import type { ReadyRecording } from '../../store/recordingState';
import { ContributionChart } from '../../viewer/ContributionChart';
import { useActions, useAppState } from '../AppStoreContext';
import { Cases } from '../cases/Cases';
import { SaveContributions } from '../figures/SaveContributions';
import { LedgerBaseChoice } from './LedgerBaseChoice';
import { StatementHeading } from '../statements/StatementHeading';
import { text } from '../text';
import { useMediaQuery } from '../useMediaQuery';
import { WhatIfMenu } from './WhatIfMenu';
import { WhatIfPlace } from './WhatIfPlace';
import { PHONE, WIDE } from '../widths';

interface EvidenceProps {
  readonly recording: ReadyRecording;
  /** As the reader asked for it. */
  readonly explanation: StatementExplanation;
  /** What the network really said. */
  readonly original: StatementExplanation;
}

/** The evidence for the chosen statement: in a sentence, in contributions and in cases. */
export function Evidence({ recording, explanation, original }: EvidenceProps) {
  const isWide = useMediaQuery(WIDE);
  const selected = useAppState(({ selection }) => (selection.status === 'statement' ? selection.prototype : null));
  const { selectPrototype, setMuted } = useActions();
  const muting = useAppState(({ whatIf }) => whatIf);
  const hasWhatIf = useAppState(isWhatIf);
  const isTouch = useMediaQuery(PHONE);

  const titles = hasWhatIf ? text.whatIf : text.evidence;
  const ledger = (
    <>
      <div className="ledger-tools">
        <LedgerBaseChoice />
        {!isWide && <WhatIfMenu />}
      </div>
      <ContributionChart
        explanation={explanation}
        selected={selected}
        onSelect={selectPrototype}
        mutes={{ muting, isWhatIf: hasWhatIf, onMute: (part, isMuted) => void setMuted(part, isMuted) }}
        isTouch={isTouch}
      />
      <SaveContributions explanation={explanation} selected={selected} isWhatIf={hasWhatIf} />
    </>
  );
  const cases = <Cases key={explanation.code} explanation={explanation} recording={recording} />;
  return (
    <section className={hasWhatIf ? 'evidence is-what-if' : 'evidence'} aria-labelledby="evidence-title">
      <WhatIfPlace />
      <StatementHeading explanation={explanation} original={original} isWhatIf={hasWhatIf} />
      {isWide ? (
        <div className="evidence-columns">
          <section aria-labelledby="ledger-title">
            <div className="ledger-head">
              <h3 id="ledger-title">{titles.ledger}</h3>
              <WhatIfMenu />
            </div>
            {ledger}
          </section>
          <section aria-labelledby="cases-title">
            <h3 id="cases-title">{titles.cases}</h3>
            {cases}
          </section>
        </div>
      ) : (
        <Tabs className="tabs">
          <TabList aria-label={text.evidence.title} className="tab-list">
            <Tab id="cases">{titles.cases}</Tab>
            <Tab id="ledger">{titles.ledger}</Tab>
          </TabList>
          <TabPanel id="cases">{cases}</TabPanel>
          <TabPanel id="ledger">{ledger}</TabPanel>
        </Tabs>
      )}
    </section>
  );
}
