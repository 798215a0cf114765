import { useMemo } from 'react';
import type { Ecg } from '../../ecg/ecg';
import { mapLeads } from '../../ecg/mapLeads';
import type { FactPreview, StatedFacts } from '../../ecg/statedFacts';
import { LeadStrip } from '../../viewer/LeadStrip';
import { DEFAULT_PAPER } from '../../viewer/paper';
import { askText } from './askText';

interface StatedPreviewProps {
  readonly preview: FactPreview;
  readonly stated: StatedFacts;
}

const MOST_SECONDS = 8;
const HEIGHT_MM = 40;

/** The beginning of one lead to scale with what is stated; without a rate or a unit, what there will be to see. */
export function StatedPreview({ preview, stated }: StatedPreviewProps) {
  const { samplingRateHz, microvoltsPerUnit } = { ...preview.known, ...stated };
  const ecg = useMemo(
    () => (samplingRateHz && microvoltsPerUnit ? toPreviewEcg(preview.numbers, samplingRateHz, microvoltsPerUnit) : null),
    [preview.numbers, samplingRateHz, microvoltsPerUnit],
  );
  const seconds = ecg && Math.min(MOST_SECONDS, ecg.sampleCount / ecg.samplingRateHz);
  return (
    <section className="ask-preview" aria-labelledby="ask-preview-title">
      <h3 id="ask-preview-title">{askText.preview}</h3>
      {ecg && seconds ? (
        <figure>
          <div className="ask-paper">
            <LeadStrip ecg={ecg} lead="II" seconds={seconds} heightMm={HEIGHT_MM} paper={DEFAULT_PAPER} title={askText.previewTitle(preview.label)} />
          </div>
          <figcaption className="quiet">{askText.previewScale(preview.label)}</figcaption>
        </figure>
      ) : (
        <p className="quiet">{askText.previewEmpty}</p>
      )}
    </section>
  );
}

/** One lead in the form of an ECG, as which it is drawn. */
function toPreviewEcg(numbers: Float32Array, samplingRateHz: number, microvoltsPerUnit: number): Ecg {
  const samples = numbers.map((value) => (value * microvoltsPerUnit) / 1000);
  const leads = mapLeads(() => samples);
  return { samplingRateHz, sampleCount: samples.length, leads, format: '', scale: '', remarks: [] };
}
