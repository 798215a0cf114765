import { COVERAGE } from '../../signal/compare/compareMeasurements';
import type { ComparedName } from '../../signal/compare/compareMeasurements';
import type { LeadName } from '../../ecg/lead';
import type { CaseView } from '../../store/displayState';

const VIEW_NAMES: Readonly<Record<CaseView, string>> = {
  beside: 'Side by side',
  aligned: 'R aligned',
  overlaid: 'Overlaid',
  difference: 'Subtracted',
};
const COMPARED_NAMES: Readonly<Record<ComparedName, string>> = {
  heartRatePerMinute: 'Heart rate',
  prMs: 'PR interval',
  qrsMs: 'QRS duration',
  qtcFridericiaMs: 'QTc, Fridericia',
  qrsAxisDegrees: 'QRS axis',
  st60Mv: 'ST, J + 60',
};

/** The words about cases: how they are shown, and what is measured in both ECGs. */
export const casesText = {
  view: 'How cases are shown',
  viewName: (view: CaseView) => VIEW_NAMES[view],
  measured: 'Measured differences',
  measuring: 'Measuring the prototype’s ECG …',
  notMeasured: (sentence: string) => `They were not measured. ${sentence}`,
  caption: 'Whole record of each, on its median beat',
  measure: 'Measure',
  here: 'This ECG',
  there: 'Prototype',
  difference: 'Difference',
  name: (name: ComparedName, lead: LeadName | null) => (lead === null ? COMPARED_NAMES[name] : `${COMPARED_NAMES[name]}, in ${lead}`),
  clear: 'differs',
  within: 'within uncertainty',
  noDifference: '–',
  note: `Measured by this page, not by the network. ± is one standard uncertainty; “differs” is said beyond ${COVERAGE} of both together. ST is shown in the lead in which it differs most.`,
} as const;
