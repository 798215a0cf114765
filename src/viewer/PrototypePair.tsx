import { useMemo, useRef } from 'react';
import { durationSeconds, type Ecg } from '../ecg/ecg';
import type { PrototypeContribution } from '../explanation/explanation';
import type { SimilarityPercentiles } from '../explanation/similarityPercentile';
import { formatNumber, formatSpan } from './format';
import { SHEET_SECONDS } from './layout';
import { leadExtents } from './leadExtent';
import { layoutRecords, layoutSegments, MAX_CONTEXT_SECONDS } from './pairLayout';
import { PairPanel } from './PairPanel';
import { pixelsOf, type Paper } from './paper';
import './paper.css';
import './PrototypePair.css';
import { toPrototypeName } from '../explanation/prototypeKey';
import { SimilarityFacts } from './SimilarityFacts';
import { useWidth } from './useWidth';

interface PrototypePairProps {
  readonly patient: Ecg;
  /** The ECG that the prototype is a part of, once it is there. */
  readonly prototype: Ecg | 'loading' | { readonly problem: string };
  readonly contribution: PrototypeContribution;
  /** The prototype's segment of its own record; null where the whole record is compared. */
  readonly prototypeWindowSeconds: readonly [number, number] | null;
  readonly statementCode: string;
  /** Where the similarity stands among other ECGs; null where the pack does not know. */
  readonly percentiles: SimilarityPercentiles | null;
  /** Which record the prototype comes from, in words. */
  readonly source: string;
  readonly paper: Paper;
  readonly selected: boolean;
  onSelect(): void;
}

/** Assumed until the card is measured, in CSS pixels. */
const INITIAL_WIDTH = 700;

/**
 * A prototype beside the part of the patient's ECG that resembles it most: all twelve leads of both on the same paper,
 * at the same scale, equal places meaning equal time; and what the resemblance counts for the statement.
 */
export function PrototypePair(props: PrototypePairProps) {
  const { patient, prototype, contribution, prototypeWindowSeconds, source, paper, selected, onSelect } = props;
  const panels = useRef<HTMLDivElement>(null);
  const availableMm = useWidth(panels, INITIAL_WIDTH) / paper.pixelsPerMm;
  const other = isEcg(prototype) ? prototype : null;
  const { match } = contribution;
  const segmentSeconds = match === null ? null : match.endSeconds - match.startSeconds;
  const patientStart = match?.startSeconds ?? 0;
  const prototypeStart = prototypeWindowSeconds?.[0] ?? 0;

  const patientExtents = useMemo(() => extentsOf(patient, patientStart, segmentSeconds), [patient, patientStart, segmentSeconds]);
  const prototypeExtents = useMemo(
    () => (other === null ? patientExtents : extentsOf(other, prototypeStart, segmentSeconds)),
    [other, patientExtents, prototypeStart, segmentSeconds],
  );
  const layout = useMemo(() => {
    const extents = [patientExtents, prototypeExtents] as const;
    return segmentSeconds === null
      ? layoutRecords(Math.min(SHEET_SECONDS, durationSeconds(patient)), extents, paper, availableMm)
      : layoutSegments(segmentSeconds, extents, paper, availableMm);
  }, [patient, patientExtents, prototypeExtents, segmentSeconds, paper, availableMm]);

  const name = toPrototypeName(contribution);
  const timeHere = match === null ? 'whole record' : formatSpan(match.startSeconds, match.endSeconds);
  const timeThere = prototypeWindowSeconds === null ? 'whole record' : formatSpan(...prototypeWindowSeconds);
  const scale = `${formatNumber(layout.paper.paperSpeedMmPerSecond)} mm/s · ${formatNumber(layout.paper.gainMmPerMv)} mm/mV`;
  return (
    <article className={selected ? 'pair is-selected' : 'pair'} aria-label={`Prototype ${name}`}>
      <button type="button" className="pair-header" aria-pressed={selected} onClick={onSelect}>
        <span className="pair-name">{name}</span>
        <span className="pair-classes">{contribution.classes.join(' + ')}</span>
        <span className="pair-source">source {source}</span>
        {selected && <span className="pair-chip">selected</span>}
      </button>
      <div className="pair-scroller" tabIndex={0} role="group" aria-label={`ECGs of ${name} and this patient`}>
        <div ref={panels} className={`pair-panels pair-panels-${layout.arrangement}`}>
          <figure className="pair-figure">
            <figcaption>
              <strong>This ECG</strong> {timeHere}
            </figcaption>
            <PairPanel
              ecg={patient}
              extents={patientExtents}
              layout={layout}
              originSeconds={patientStart}
              segmentSeconds={segmentSeconds}
              whose="patient"
              title={`This ECG, ${timeHere}, twelve leads`}
            />
          </figure>
          <figure className="pair-figure">
            <figcaption>
              <strong className="pair-prototype-word">Prototype</strong> {timeThere}
            </figcaption>
            {other === null ? (
              <p
                className="pair-waiting"
                role="status"
                style={{ width: pixelsOf(paper, layout.widthMm), height: pixelsOf(paper, layout.heightMm) }}
              >
                {prototype === 'loading' ? 'Loading the prototype’s ECG …' : problemOf(prototype)}
              </p>
            ) : (
              <PairPanel
                ecg={other}
                extents={prototypeExtents}
                layout={layout}
                originSeconds={prototypeStart}
                segmentSeconds={segmentSeconds}
                whose="prototype"
                title={`Prototype ${name}, ${timeThere} of source ${source}, twelve leads`}
              />
            )}
          </figure>
        </div>
      </div>
      <p className="pair-scale">
        Both at {scale}, raw{other !== null && toRates(patient, other)}
        {segmentSeconds !== null && layout.shown.startSeconds < -0.02 && '; the segment is marked, the rest is context'}
      </p>
      <SimilarityFacts contribution={contribution} statementCode={props.statementCode} percentiles={props.percentiles} />
    </article>
  );
}

function isEcg(prototype: PrototypePairProps['prototype']): prototype is Ecg {
  return typeof prototype === 'object' && 'leads' in prototype;
}

function toRates(patient: Ecg, prototype: Ecg): string {
  const here = `${formatNumber(patient.samplingRateHz)} Hz`;
  const there = `${formatNumber(prototype.samplingRateHz)} Hz`;
  return here === there ? `, ${here}` : ` (${here} here, ${there} there)`;
}

function problemOf(prototype: PrototypePairProps['prototype']): string {
  return typeof prototype === 'object' && 'problem' in prototype ? prototype.problem : '';
}

function extentsOf(ecg: Ecg, startSeconds: number, segmentSeconds: number | null) {
  return segmentSeconds === null
    ? leadExtents(ecg, 0, SHEET_SECONDS)
    : leadExtents(ecg, startSeconds - MAX_CONTEXT_SECONDS, startSeconds + segmentSeconds + MAX_CONTEXT_SECONDS);
}
