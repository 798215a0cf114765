import type { EcgMeasurements } from '../../signal/measure/measureEcg';
import { formatSeconds } from '../../viewer/format';
import { text } from '../text';

interface BeatFactsProps {
  readonly beats: EcgMeasurements['beats'];
  /** Whether there were enough usable beats to make a median beat of them. */
  readonly isUsed: boolean;
}

/** Which beats were found, when, and which were left out of the median beat and why. */
export function BeatFacts({ beats, isUsed }: BeatFactsProps) {
  const usable = beats.filter(({ rejection }) => rejection === null);
  const paced = beats.filter(({ isPaced }) => isPaced).length;
  const rejected = beats.flatMap(({ seconds, rejection }) => (rejection === null ? [] : [{ seconds, rejection }]));
  const toCount = isUsed ? text.measurements.beatsUsed : text.measurements.beatsUsable;
  return (
    <section className="beat-facts" aria-labelledby="beats-title">
      <h4 id="beats-title">{text.measurements.beats}</h4>
      <p>{beats.length === 0 ? text.measurements.noBeats : toCount(usable.length, beats.length)}</p>
      {usable.length > 0 && <p className="quiet">{usable.map(({ seconds }) => formatSeconds(seconds)).join(', ')}</p>}
      {paced > 0 && <p>{text.measurements.paced(paced)}</p>}
      {rejected.length > 0 && (
        <ul aria-label={text.measurements.rejected}>
          {rejected.map(({ seconds, rejection }) => (
            <li key={seconds}>{text.measurements.rejectedBeat(seconds, rejection)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
