import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Ecg } from '../ecg/ecg';
import type { PrototypeContribution } from '../explanation/explanation';
import { toPrototypeName } from '../explanation/prototypeKey';
import type { SimilarityPercentiles } from '../explanation/similarityPercentile';
import type { EcgMeasurements } from '../signal/measure/measureEcg';
import { formatNumber } from './format';
import type { TimeSpan } from './layout';
import { attachPairCursor } from './pairCursor';
import { PairFigure } from './PairFigure';
import { layoutScene, type PairScene, type PairView, toAlignedScene, toBesideScene } from './pairScene';
import { pixelsOf, type Paper } from './paper';
import './paper.css';
import './PrototypePair.css';
import './PairViews.css';
import { describePaper } from './settingsLines';
import { SimilarityFacts } from './SimilarityFacts';
import { useWidth } from './useWidth';

/** What is measured in one of the ECGs, or why it is not known. */
export type PairMeasurements = EcgMeasurements | 'measuring' | { readonly problem: string };

interface PrototypePairProps {
  readonly patient: Ecg;
  /** The ECG that the prototype is a part of, once it is there. */
  readonly prototype: Ecg | 'loading' | { readonly problem: string };
  readonly contribution: PrototypeContribution;
  /** The prototype's segment of its own record; null where the whole record is compared. */
  readonly prototypeWindowSeconds: readonly [number, number] | null;
  readonly view: PairView;
  /** Needed by every view but `beside`. */
  readonly patientMeasurements: PairMeasurements;
  readonly prototypeMeasurements: PairMeasurements;
  readonly statementCode: string;
  /** Where the similarity stands among other ECGs; null where the pack does not know. */
  readonly percentiles: SimilarityPercentiles | null;
  /** Which record the prototype comes from, in words. */
  readonly source: string;
  readonly paper: Paper;
  /** Whether a millimetre of the paper is one on this screen. */
  readonly isTrueSize: boolean;
  readonly selected: boolean;
  onSelect(): void;
  /** What else can be done with the case. */
  readonly children?: ReactNode;
}

/** Assumed until the card is measured, in CSS pixels. */
const INITIAL_WIDTH = 700;

/**
 * A prototype and the part of the patient's ECG that resembles it most: all twelve leads of both on the same paper, at the
 * same scale, equal places meaning equal time; and what the resemblance counts for the statement.
 */
export function PrototypePair(props: PrototypePairProps) {
  const { patient, prototype, contribution, view, source, paper, isTrueSize, selected, onSelect, children } = props;
  const { patientMeasurements, prototypeMeasurements } = props;
  const frame = useRef<HTMLDivElement>(null);
  const panels = useRef<HTMLDivElement>(null);
  const readout = useRef<HTMLParagraphElement>(null);
  const availableMm = useWidth(panels, INITIAL_WIDTH) / paper.pixelsPerMm;
  const other = isEcg(prototype) ? prototype : null;
  const here = useStableSpan(contribution.match?.startSeconds, contribution.match?.endSeconds);
  const there = useStableSpan(...(props.prototypeWindowSeconds ?? []));

  const { scene, waiting, remark } = useMemo(
    () => toScene(view, { ecg: patient, segment: here }, other && { ecg: other, segment: there }, patientMeasurements, prototypeMeasurements),
    [view, patient, here, other, there, patientMeasurements, prototypeMeasurements],
  );
  const layout = useMemo(() => layoutScene(scene, paper, availableMm), [scene, paper, availableMm]);
  useEffect(() => attachPairCursor(frame.current!, readout.current!, scene, layout), [scene, layout]);

  const name = toPrototypeName(contribution);
  return (
    <article className={selected ? 'pair is-selected' : 'pair'} aria-label={`Prototype ${name}`}>
      <button type="button" className="pair-header" aria-pressed={selected} onClick={onSelect}>
        <span className="pair-name">{name}</span>
        <span className="pair-classes">{contribution.classes.join(' + ')}</span>
        <span className="pair-source">source {source}</span>
        {selected && <span className="pair-chip">selected</span>}
      </button>
      {remark !== null && (
        <p className="pair-remark" role={waiting ? 'status' : undefined}>
          {remark}
        </p>
      )}
      <div ref={frame} className="pair-scroller" tabIndex={0} role="group" aria-label={`ECGs of ${name} and this patient`}>
        <div ref={panels} className={`pair-panels pair-panels-${layout.arrangement}`}>
          {scene.panels.map((layers) => (
            <PairFigure
              key={layers.map(({ whose }) => whose).join()}
              layers={layers}
              scene={scene}
              layout={layout}
              here={here}
              there={there}
              prototypeName={name}
              source={source}
            />
          ))}
          {other === null && (
            <p
              className="pair-waiting"
              role="status"
              style={{ width: pixelsOf(paper, layout.widthMm), height: pixelsOf(paper, layout.heightMm) }}
            >
              {prototype === 'loading' ? 'Loading the prototype’s ECG …' : problemOf(prototype)}
            </p>
          )}
        </div>
      </div>
      <p ref={readout} className="pair-readout" />
      <p className="pair-scale">
        {toScaleWords(scene, patient, other)} {describePaper(layout.paper, isTrueSize)}
        {here !== null && layout.shown.startSeconds < -0.02 && `; ${toMarkWords(scene)}, the rest is context`}
      </p>
      <SimilarityFacts contribution={contribution} statementCode={props.statementCode} percentiles={props.percentiles} />
      {children}
    </article>
  );
}

type Side = Parameters<typeof toBesideScene>[0];

/** The scene that is asked for, or both ECGs side by side and why. */
function toScene(view: PairView, patient: Side, prototype: Side | null, here: PairMeasurements, there: PairMeasurements) {
  const beside = (remark: string | null, waiting = false) => ({ scene: toBesideScene(patient, prototype), remark, waiting });
  if (view === 'beside' || prototype === null) return beside(null);
  if (here === 'measuring' || there === 'measuring') return beside('Finding the R peaks …', true);
  const failed = [here, there].find((measured) => 'problem' in measured);
  if (failed !== undefined) return beside(`The R peaks are not known, so the ECGs are not aligned. ${problemOf(failed)}`);
  const [patientMeasured, prototypeMeasured] = [here, there] as readonly [EcgMeasurements, EcgMeasurements];
  const scene = toAlignedScene(view, { ...patient, measured: patientMeasured }, { ...prototype, measured: prototypeMeasured });
  return typeof scene === 'string' ? beside(scene) : { scene, remark: scene.remark, waiting: false };
}

function isEcg(prototype: PrototypePairProps['prototype']): prototype is Ecg {
  return typeof prototype === 'object' && 'leads' in prototype;
}

function problemOf(thing: unknown): string {
  return typeof thing === 'object' && thing !== null && 'problem' in thing ? String(thing.problem) : '';
}

/** The same object for the same seconds; null for none. */
function useStableSpan(startSeconds?: number, endSeconds?: number): TimeSpan | null {
  return useMemo(
    () => (startSeconds === undefined || endSeconds === undefined ? null : { startSeconds, endSeconds }),
    [startSeconds, endSeconds],
  );
}

function toMarkWords({ panels }: PairScene): string {
  return panels[0]!.length > 1 ? 'this ECG’s segment is yellow, the prototype’s between dotted lines' : 'the segment is marked';
}

function toScaleWords({ span, panels }: PairScene, patient: Ecg, prototype: Ecg | null): string {
  const drawn = panels[0]![0]!;
  if (drawn.whose === 'difference') return `At ${formatNumber(drawn.ecg.samplingRateHz)} Hz, the lower of both rates,`;
  if (span === 'beat') return 'Median beats at';
  return `Both raw${prototype === null ? '' : toRates(patient, prototype)}, at`;
}

function toRates(patient: Ecg, prototype: Ecg): string {
  const here = `${formatNumber(patient.samplingRateHz)} Hz`;
  const there = `${formatNumber(prototype.samplingRateHz)} Hz`;
  return here === there ? `, ${here}` : ` (${here} here, ${there} there)`;
}
