import { useCallback, useId, useMemo } from 'react';
import { durationSeconds, type Ecg } from '../ecg/ecg';
import type { LeadName } from '../ecg/lead';
import { type Calipers, measureBetween } from '../signal/measure/calipers';
import { type Arrangement, describeArrangement } from './arrangement';
import { drawCalipers } from './caliperMarks';
import { toCaliperWords } from './caliperWords';
import { FaultMarks } from './FaultMarks';
import { formatNumber, formatSeconds, formatSpan } from './format';
import { drawHalo, type Halo } from './haloMarks';
import { layoutEcg } from './layoutEcg';
import { wholeExtents } from './leadExtent';
import { toLeadLabel, toShownLead } from './leadOrder';
import { markMutedLeads } from './markMutedLeads';
import { Mark } from './marks/Mark';
import type { Paper } from './paper';
import { pixelsOf } from './paper';
import './paper.css';
import { type DerivedSignal, describeSignal, toSettingsLines } from './settingsLines';
import { drawEvidence, drawFoot, drawFurniture, drawPaper, drawTraces, type MarkedSpan } from './sheetMarks';

const NO_LEADS: readonly LeadName[] = [];
const NO_FAULTS: ReadonlyMap<LeadName, string> = new Map();

interface EcgFigureProps {
  /** The recording; its traces give the rows their heights, whatever is drawn in its place. */
  readonly ecg: Ecg;
  /** What is drawn in place of the recording; null: the recording itself. */
  readonly derived: DerivedSignal | null;
  /** At the scale at which it is drawn, magnification included. */
  readonly paper: Paper;
  /** Whether a millimetre of the paper is one on this screen, but for the magnification. */
  readonly isTrueSize: boolean;
  /** How many times larger it is drawn than paper is. */
  readonly magnification?: number;
  readonly arrangement: Arrangement;
  /** The evidence window to mark in every strip that shows its time. */
  readonly match: MarkedSpan | null;
  /** Leads that the model did without, drawn faintly; none unless given. */
  readonly mutedLeads?: readonly LeadName[];
  /** What was seen in each lead whose signal is to be doubted, sentences; none unless given. */
  readonly faults?: ReadonlyMap<LeadName, string>;
  /** What of the record the network could see for the evidence window. */
  readonly halo?: Halo | null;
  readonly calipers?: Calipers | null;
  /** What the ECG is called, for assistive technology. */
  readonly title: string;
}

/**
 * Twelve leads on ECG paper: by default as recorded, every sample, straight lines, neither filtered nor resampled. Each
 * lead's centre line is its median. The lines at the foot say at which speed and gain it is drawn, whether to scale, and what is drawn.
 */
export function EcgFigure(props: EcgFigureProps) {
  const { ecg, derived, paper, isTrueSize, magnification = 1, arrangement, match, title } = props;
  const { mutedLeads = NO_LEADS, faults = NO_FAULTS, halo = null, calipers = null } = props;
  const id = useId();
  const drawn = derived?.ecg ?? ecg;
  const duration = durationSeconds(ecg);
  const extents = wholeExtents(drawn);
  // Only this layout depends on the match; in the others a new match must not redraw the traces.
  const centre = arrangement.layout === 'matched' ? match : null;
  const sheet = useMemo(() => layoutEcg(ecg, arrangement, centre, paper), [ecg, arrangement, centre, paper]);
  const settings = useMemo(
    () => toSettingsLines(paper, isTrueSize, magnification, ecg, derived),
    [paper, isTrueSize, magnification, ecg, derived],
  );
  const measured = calipers && toShownLead(calipers.lead, arrangement.leadOrder);
  const isInverted = measured?.isInverted ?? false;
  const reading = useMemo(
    () => calipers && measureBetween(drawn, calipers.lead, calipers.ends, isInverted),
    [drawn, calipers, isInverted],
  );
  const caliperCentreMv = calipers === null ? 0 : (isInverted ? -1 : 1) * extents[calipers.lead].centreMv;

  const width = pixelsOf(paper, sheet.widthMm);
  const height = pixelsOf(paper, sheet.heightMm);
  return (
    <svg
      className="ecg-figure"
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>
        {`12-lead ECG, ${formatNumber(duration)} seconds at ${formatNumber(drawn.samplingRateHz)} samples per second. `}
        {derived !== null && `Drawn: ${describeSignal(ecg, derived)}. `}
        {describeArrangement(arrangement, sheet.axis.endSeconds)}
        {ecg.derivedLeads !== undefined && ` Computed from other leads: ${ecg.derivedLeads.join(', ')}.`}
        {match !== null && ` ${match.label}: ${formatSpan(match.startSeconds, match.endSeconds)} is marked.`}
        {mutedLeads.length > 0 && ` Muted, and drawn faintly: ${mutedLeads.join(', ')}.`}
        {faults.size > 0 && ` Marked for a doubtful signal: ${[...faults.keys()].join(', ')}.`}
        {halo !== null && ` ${halo.label}: ${formatSpan(halo.startSeconds, halo.endSeconds)}.`}
        {reading && measured && calipers && ` Calipers in ${toLeadLabel(measured)} from ${formatSeconds(reading.ends[0])} to `}
        {reading && calipers && `${formatSeconds(reading.ends[1])}: ${toCaliperWords(calipers.kind, reading, paper.gainMmPerMv)}.`}
      </desc>
      <Mark draw={useCallback(() => drawPaper(id, sheet, paper), [id, sheet, paper])} />
      <Mark draw={useCallback(() => drawEvidence(sheet, match, paper), [sheet, match, paper])} />
      <Mark draw={useCallback(() => drawHalo(sheet, halo, paper), [sheet, halo, paper])} />
      {/* Names lie below the traces: nothing may cover a sample. */}
      <Mark draw={useCallback(() => drawFurniture(drawn, sheet, paper), [drawn, sheet, paper])} />
      {faults.size > 0 && <FaultMarks sheet={sheet} paper={paper} faults={faults} />}
      <Mark
        draw={useCallback(
          () => drawCalipers(sheet, calipers, reading, caliperCentreMv, paper),
          [sheet, calipers, reading, caliperCentreMv, paper],
        )}
      />
      <Mark
        draw={useCallback(
          () => markMutedLeads(drawTraces(drawn, sheet, extents, paper), sheet, mutedLeads, paper),
          [drawn, sheet, extents, mutedLeads, paper],
        )}
      />
      <Mark draw={useCallback(() => drawFoot(sheet, settings, paper), [sheet, settings, paper])} />
    </svg>
  );
}
