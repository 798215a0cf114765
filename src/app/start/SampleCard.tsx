import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import type { Sample } from '../../store/offeredEcgState';
import { LeadStrip } from '../../viewer/LeadStrip';
import { DEFAULT_PAPER } from '../../viewer/paper';
import { useActions, useAppState } from '../AppStoreContext';
import { text } from '../text';

interface SampleCardProps {
  readonly sample: Sample;
}

/** Longer than a card is wide: the card cuts it off, as a strip of paper is cut. */
const STRIP_SECONDS = 5;
const STRIP_HEIGHT_MM = 20;

/** One ECG of the gallery: the beginning of the lead that shows it best, and what it teaches. */
export function SampleCard({ sample }: SampleCardProps) {
  const preview = useAppState((state) => state.sampleEcgs[sample.id]);
  const { openSample, previewSample } = useActions();
  useEffect(() => void previewSample(sample), [previewSample, sample]);
  return (
    <Button className="sample" onPress={() => void openSample(sample)}>
      <span className="sample-strip">
        {preview?.status === 'ready' && (
          <LeadStrip
            ecg={preview.ecg}
            lead={sample.lead}
            seconds={STRIP_SECONDS}
            heightMm={STRIP_HEIGHT_MM}
            paper={DEFAULT_PAPER}
            title={text.start.strip(sample.lead)}
          />
        )}
        {preview?.status === 'failed' && preview.sentence}
      </span>
      <span className="sample-title">{sample.title}</span>
      <span className="sample-caption">{sample.caption}</span>
    </Button>
  );
}
