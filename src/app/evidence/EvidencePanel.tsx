import { lazy, Suspense } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { isWhatIf, shownExplanation } from '../../store/shownExplanation';
import type { ReadyRecording } from '../../store/state';
import { ContributionChart } from '../../viewer/ContributionChart';
import { useActions, useAppState } from '../AppStoreContext';
import { Cases } from '../cases/Cases';
import { SaveContributions } from '../figures/SaveContributions';
import { LedgerBaseChoice } from './LedgerBaseChoice';
import { ModelState } from '../ModelState';
import { Pending } from './Pending';
import { StatementHeading } from '../statements/StatementHeading';
import { text } from '../text';
import { useMediaQuery } from '../useMediaQuery';
import { WhatIfMenu } from './WhatIfMenu';
import { PHONE, WIDE } from '../widths';

const WhatIfBar = lazy(async () => ({ default: (await import('./WhatIfBar')).WhatIfBar }));

interface EvidencePanelProps {
  readonly recording: ReadyRecording;
}

/** The evidence for the chosen statement: in a sentence, in contributions and in cases; or why there is none yet. */
export function EvidencePanel({ recording }: EvidencePanelProps) {
  const isWide = useMediaQuery(WIDE);
  const inference = useAppState((state) => state.inference);
  const explained = useAppState(shownExplanation);
  const selected = useAppState(({ selection }) => (selection.status === 'statement' ? selection.prototype : null));
  const { selectPrototype, setMuted } = useActions();
  const muting = useAppState(({ whatIf }) => whatIf);
  const hasWhatIf = useAppState(isWhatIf);
  const isTouch = useMediaQuery(PHONE);

  const whatIfBar = (hasWhatIf || muting.run.status === 'failed') && (
    <Suspense>
      <WhatIfBar />
    </Suspense>
  );
  if (inference.status === 'failed') return <Failure title={text.inferenceFailed} sentence={inference.sentence} />;
  if (explained.status === 'failed') {
    return (
      <>
        {whatIfBar}
        <Failure title={text.explanationFailed} sentence={explained.sentence} />
      </>
    );
  }
  if (explained.status === 'none') {
    return (
      <>
        <ModelState />
        <Pending />
      </>
    );
  }
  const { explanation } = explained;
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
      {whatIfBar}
      <StatementHeading explanation={explanation} original={explained.original} isWhatIf={hasWhatIf} />
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

function Failure({ title, sentence }: { readonly title: string; readonly sentence: string }) {
  return (
    <section className="panel" aria-labelledby="failure-title">
      <h2 id="failure-title">{title}</h2>
      <p role="alert">{sentence}</p>
    </section>
  );
}
