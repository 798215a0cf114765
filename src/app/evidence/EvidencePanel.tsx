import { useEffect } from 'react';
import { shownExplanation } from '../../store/shownExplanation';
import type { ReadyRecording } from '../../store/recordingState';
import { useAppState } from '../AppStoreContext';
import { LazyEvidence, loadEvidence } from './LazyEvidence';
import { ModelState } from '../ModelState';
import { Pending } from './Pending';
import { text } from '../text';
import { WhatIfPlace } from './WhatIfPlace';

interface EvidencePanelProps {
  readonly recording: ReadyRecording;
}

/** The evidence for the chosen statement, or why there is none yet. */
export function EvidencePanel({ recording }: EvidencePanelProps) {
  const inference = useAppState((state) => state.inference);
  const explained = useAppState(shownExplanation);
  useEffect(() => {
    // Where it fails, it is tried again when there is evidence.
    loadEvidence().catch(() => undefined);
  }, []);

  if (inference.status === 'failed') return <Failure title={text.inferenceFailed} sentence={inference.sentence} />;
  if (explained.status === 'failed') {
    return (
      <>
        <WhatIfPlace />
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
  return <LazyEvidence recording={recording} explanation={explained.explanation} original={explained.original} />;
}

function Failure({ title, sentence }: { readonly title: string; readonly sentence: string }) {
  return (
    <section className="panel" aria-labelledby="failure-title">
      <h2 id="failure-title">{title}</h2>
      <p role="alert">{sentence}</p>
    </section>
  );
}
