import { useMemo, useState } from 'react';
import { findDisputed } from '../../../review/merge/findDisputed';
import type { StudySummary } from '../../../review/merge/summariseStudy';
import type { PrototypeStudy } from '../../../review/study';
import { AgreementSection } from './AgreementSection';
import { DisputedSection } from './DisputedSection';
import type { LeastSpread } from './leastSpreads';
import { MergeContents } from './MergeContents';
import { NamingSection } from './NamingSection';
import { PlantedSection } from './PlantedSection';
import { PrototypesSection } from './PrototypesSection';
import { ReadersSection } from './ReadersSection';
import { RepeatsSection } from './RepeatsSection';
import { SaveResults } from './SaveResults';
import { ScoresSection } from './ScoresSection';

interface MergeResultsProps {
  readonly study: PrototypeStudy;
  readonly summary: StudySummary;
}

/** What came out of a study of prototypes. */
export function MergeResults({ study, summary }: MergeResultsProps) {
  const [leastSpread, setLeastSpread] = useState<LeastSpread>(1);
  const disputed = useMemo(() => findDisputed(summary.prototypes, leastSpread), [summary, leastSpread]);
  return (
    <>
      <SaveResults study={study} summary={summary} disputed={disputed} />
      <div className="merge-results">
        <MergeContents study={study} />
        <div className="merge-sections">
          <ReadersSection summary={summary} />
          <ScoresSection summary={summary} />
          <AgreementSection summary={summary} />
          <RepeatsSection summary={summary} />
          <PlantedSection study={study} summary={summary} />
          <NamingSection summary={summary} />
          <DisputedSection study={study} disputed={disputed} leastSpread={leastSpread} onLeastSpread={setLeastSpread} />
          <PrototypesSection summary={summary} />
        </div>
      </div>
    </>
  );
}
