import type { LeadOrder, PageForm, PaperColours, Signal } from '../../store/displayState';
import type { InferenceState } from '../../store/resultsState';
import { formatNumber } from '../../viewer/format';
import type { SizeObject } from '../../viewer/sizeObject';

const PAGE_FORM_NAMES: Readonly<Record<PageForm, string>> = {
  page: '3 × 4 + 1',
  pageThreeStrips: '3 × 4 + 3',
  sixByTwo: '6 × 2',
};
const PAPER_COLOUR_NAMES: Readonly<Record<PaperColours, string>> = { ecg: 'ECG paper', highContrast: 'High contrast' };
const LEAD_ORDER_NAMES: Readonly<Record<LeadOrder, string>> = { standard: 'Standard', cabrera: 'Cabrera' };
const SIGNAL_NAMES: Readonly<Record<Signal, string>> = {
  recorded: 'As recorded',
  seen: 'As the model saw it',
  difference: 'Difference',
};
const SIGNAL_LATER: Readonly<Record<Exclude<InferenceState['status'], 'ready'>, string>> = {
  empty: 'when the model is ready',
  running: 'after the prediction',
  failed: 'the model saw nothing of this ECG',
};
const SIZE_OBJECT_NAMES: Readonly<Record<SizeObject, string>> = { card: 'Bank card', ruler: 'Ruler' };

/** The words about the ECG's paper and what is drawn on it. */
export const paperText = {
  open: 'Paper',
  title: 'Paper',
  scale: (mmPerSecond: number, mmPerMv: number) => `${formatNumber(mmPerSecond)} mm/s · ${formatNumber(mmPerMv)} mm/mV`,
  speed: 'Speed',
  speedName: (mmPerSecond: number) => `${formatNumber(mmPerSecond)} mm/s`,
  gain: 'Gain',
  gainName: (mmPerMv: number) => `${formatNumber(mmPerMv)} mm/mV`,
  pageForm: 'Whole page',
  pageFormName: (form: PageForm) => PAGE_FORM_NAMES[form],
  leadOrder: 'Limb leads',
  leadOrderName: (order: LeadOrder) => LEAD_ORDER_NAMES[order],
  cabreraHint: 'Cabrera: aVL, I, −aVR, II, aVF, III; −aVR is aVR drawn upside down.',
  rhythmLead: 'Rhythm strip',
  rhythmHint: 'Below 3 × 4 + 1 and at the match. 3 × 4 + 3 shows V1, II and V5.',
  colours: 'Colours',
  coloursName: (colours: PaperColours) => PAPER_COLOUR_NAMES[colours],
  size: 'Size',
  trueSize: 'True size: a millimetre of paper is a millimetre on this screen.',
  notToScale: 'Not to scale: this screen has not been measured.',
  calibrate: 'Calibrate …',
  calibrateAgain: 'Calibrate again …',
  signal: 'What is drawn',
  signalName: (signal: Signal) => SIGNAL_NAMES[signal],
  signalLater: (status: Exclude<InferenceState['status'], 'ready'>) => SIGNAL_LATER[status],
} as const;

/** The words of the dialog that measures the screen. */
export const trueSizeText = {
  title: 'True size on this screen',
  close: 'Close without changing the size',
  how: (object: SizeObject) =>
    object === 'card'
      ? 'Hold a bank card against the screen, its left edge on the outline’s, and move the right edge until both are equally wide.'
      : 'Hold a ruler against the screen, its zero at the left end, and move the right end until the centimetres agree.',
  object: 'Measure with',
  objectName: (object: SizeObject) => SIZE_OBJECT_NAMES[object],
  width: (object: SizeObject) => `Width of the ${SIZE_OBJECT_NAMES[object].toLowerCase()} in pixels`,
  narrower: 'One pixel narrower',
  wider: 'One pixel wider',
  pixels: (width: number, pixelsPerMm: number) => `${width} pixels wide, ${pixelsPerMm.toFixed(2)} pixels a millimetre`,
  limits: 'Kept in this browser for this screen, also when you zoom. Measure again on another screen: two of the same resolution cannot be told apart.',
  pinched: 'The page is magnified by two fingers. Undo that first, then measure.',
  keep: 'Keep this size',
  forget: 'Forget it',
} as const;
