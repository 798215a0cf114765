import type { Manifest } from '../model/manifest';
import type { BackendName, LoadProgress } from '../model/protocol';
import type { CaseOrder, Layout, Theme } from '../store/displayState';
import { formatSpoken, formatStretch } from '../viewer/clockTime';
import { formatCount, formatNumber, formatProbability, formatSeconds, formatShare, formatSimilarity, formatSpan } from '../viewer/format';
import { aboutText } from './header/aboutText';
import { casesText } from './cases/casesText';
import { comparisonChoiceText } from './comparison/comparisonChoiceText';
import { dossierButtonText } from './cases/dossierButtonText';
import { toEvidenceSentence } from './evidence/evidenceSentence';
import { figureText } from './figures/figureText';
import { ledgerText } from './ledgerText';
import { measurementText } from './measurements/measurementText';
import { paperText, trueSizeText } from './paper/paperText';
import { ledgerBaseText, whatIfText } from './evidence/whatIfText';
import { type FieldNote, sheetText } from './paper/sheetText';
import { startText } from './start/startText';
import { recordingText } from './recordingText';
import { worklistText } from './worklist/worklistText';
import { reportButtonText } from './report/reportButtonText';

const BACKEND_NAMES: Readonly<Record<BackendName, string>> = { webgpu: 'WebGPU', wasm: 'WebAssembly', cpu: 'JavaScript' };
const LAYOUT_NAMES: Readonly<Record<Layout, string>> = { page: 'Whole page', matched: 'At the match', stacked: '12 × 1' };
const THEME_NAMES: Readonly<Record<Theme, string>> = { system: 'as the computer', light: 'light', dark: 'dark' };
const CASE_ORDER_NAMES: Readonly<Record<CaseOrder, string>> = {
  contribution: 'By contribution',
  ownSimilarity: 'By similarity among its own prototypes',
};

type CardSizes = NonNullable<Manifest['modelCard']['sizes']>;
type CardMetric = NonNullable<Manifest['modelCard']['metrics']>[number];

/** All words of the page. */
export const text = {
  appName: 'ProtoECG Viewer',
  skipToContent: 'Skip to the ECG',

  intendedUse: 'Research use. Not a medical device.',
  simulatedModel: 'Demo model trained on simulated ECGs.',
  researchModel: 'Research use.',
  unverifiedModel: 'Unverified model: its prototypes were not all found again on their source ECGs.',

  start: {
    title: 'Drop a 12-lead ECG here, or choose its files.',
    privacy: 'It is read and computed in this browser. Nothing leaves your computer.',
    scale: '25 mm/s · 10 mm/mV',
    choose: 'Choose ECG files',
    dropNow: 'Let go to open the ECG',
    ...startText,
  },

  partFailed: 'This part of the page failed. Reload the page to try again.',
  review: {
    loading: 'Opening the review.',
    open: 'Open in Review',
    isForReview: (names: readonly string[]) =>
      names.length === 1 ? `“${names[0]}” is no ECG but a file of Review.` : `${names.length} files are no ECGs but files of Review.`,
  },

  samples: {
    title: 'Or look at one of these simulated ECGs',
  },

  header: {
    mode: 'What to do',
    modeName: (mode: 'read' | 'review') => (mode === 'read' ? 'Read' : 'Review'),
    noModel: 'No model',
    modelFailed: 'Model not loaded',
    loadingModel: (name: string) => `Loading ${name}`,
    verified: 'verified',
    unverified: 'unverified',
    simulated: 'simulated ECGs',
    aboutModel: (name: string) => `About the model ${name}`,
    aboutBackend: (backend: BackendName) => `Computed with ${BACKEND_NAMES[backend]}: why`,
    chooseModel: 'Choose a model',
    theme: (theme: Theme) => `Colours: ${THEME_NAMES[theme]}. Press to change.`,
  },

  modelCard: {
    trainingData: 'Learned from',
    sizes: 'ECGs',
    sizesOf: ({ training, validation, test }: CardSizes) =>
      `${formatCount(training)} for training, ${formatCount(validation)} for validation, ${formatCount(test)} for the test`,
    metrics: 'Measured',
    metric: ({ name, value, of }: CardMetric) => `${name} ${Number(value.toPrecision(3))} on ${of}`,
    limits: 'Limits',
    seeds: 'Seeds',
    dataHash: 'Hash of the data',
    made: 'How it was made',
    architecture: 'Network',
    dtype: 'Weights',
    verification: 'Verification',
    statements: 'Statements',
    prototypes: 'Prototypes',
    checkpoint: 'Checkpoint SHA-256',
    pack: 'Pack SHA-256',
    prototypeCounts: (counts: readonly { readonly name: string; readonly count: number }[]) =>
      counts.map(({ name, count }) => `${count} ${name}`).join(', '),
  },

  backend: {
    name: (backend: BackendName) => BACKEND_NAMES[backend],
    serves: (backend: BackendName) => `${BACKEND_NAMES[backend]} computes the predictions on this computer.`,
    best: 'It is the fastest of the backends that this program knows.',
    asked: 'The address of this page asks for it.',
    checked: (similarity: number, probability: number) =>
      `Checked against the model's known answer: similarities differ by at most ${toPower(similarity)} of their range, probabilities by at most ${toPower(probability)}.`,
    changed: (backend: BackendName) => `${BACKEND_NAMES[backend]} computes from now on.`,
  },

  progress: {
    readingIndex: 'Looking for models.',
    reading: (names: readonly string[]) => `Reading ${names.join(', ') || 'the ECG'}.`,
    loading: (progress: LoadProgress | null, name: string) => toLoadingSentence(progress, name),
    asking: 'The ECG is drawn when its questions are answered.',
    computing: 'Computing the prediction.',
    computed: (milliseconds: number, backend: BackendName) =>
      `Computed in ${toDuration(milliseconds)} with ${BACKEND_NAMES[backend]}.`,
    waitingForModel: 'The prediction follows when the model is ready.',
    modelReady: (name: string) => `The model ${name} is ready.`,
    label: 'Progress',
  },

  notices: {
    label: 'Messages',
    dismiss: 'Dismiss this message',
    stillOpen: 'The ECG before it stays open.',
    cancelled: (names: readonly string[], isBeforeOpen: boolean) =>
      `The reading of ${names.join(', ')} was cancelled${isBeforeOpen ? '; the ECG before it stays open' : ''}.`,
    unknownPack: (wanted: string) => `There is no model named “${wanted}” here, so the first of the list was taken.`,
    unknownBackend: (wanted: string) => `There is no backend named “${wanted}”, so the best one that works was taken.`,
    unsaved: 'The browser does not keep these display settings; they last until the page is closed.',
  },

  noModel: {
    title: 'No model is installed here',
    sentence: 'The ECG is drawn to scale; predictions need a model pack, made once from a ProtoECGNet checkpoint:',
    command: [
      'npm run pack -- --fusion fusion.ckpt \\',
      '  --metadata rhythm.json morphology.json global.json \\',
      '  --ptbxl path/to/ptb-xl --out public/models/my-model',
    ].join('\n'),
    after: 'Reload the page when it is done.',
  },
  modelFailed: { title: 'The model was not loaded', tryAgain: 'Try again' },
  inferenceFailed: 'There is no prediction for this ECG',
  explanationFailed: 'There is no explanation for this statement',

  recording: {
    title: 'Recording',
    rail: 'Recording and statements',
    files: 'Files',
    rate: 'Sampling',
    length: 'Length',
    format: 'Format',
    scale: 'Scale',
    remarks: 'Remarks',
    samplesPerSecond: (samplingRateHz: number, isStated: boolean) => `${formatNumber(samplingRateHz)} per second${isStated ? ', as you stated' : ''}`,
    seconds: (seconds: number) => (seconds < 60 ? formatSeconds(seconds) : formatSpoken(seconds)),
    used: 'Used',
    stretch: formatStretch,
    openAnother: 'Open another',
    close: 'Close this ECG',
    ...recordingText,
    asking: 'This recording leaves something open.',
  },

  statements: {
    title: 'Statements',
    open: 'Statements',
    close: 'Close the list of statements',
    predicted: 'Predicted',
    predictedList: 'Predicted statements',
    nonePredicted: 'No statement reaches its threshold.',
    nearMisses: 'Near misses',
    nearMissList: 'Near-miss statements',
    nearMissRule: 'Just short of the threshold: odds at least half of what it asks for.',
    distance: (threshold: number, logits: number) => `${toDistance(logits, 'threshold')} ${formatProbability(threshold)}`,
    others: 'Every other statement',
    othersList: 'Other statements',
    foundList: 'Statements found',
    found: (count: number, total: number) => `${count} of ${total} statements`,
    search: (total: number) => `Search all ${total} statements`,
    clearSearch: 'Clear the search',
    nothingFound: 'No statement has this code or these words.',
    probability: (probability: number, threshold: number, distance: number) =>
      `Probability ${formatProbability(probability, threshold)}, threshold ${formatProbability(threshold)}, ${toDistance(distance, 'it')}`,
  },

  ecg: {
    title: 'ECG',
    figure: (mmPerSecond: number, mmPerMv: number) =>
      `Twelve-lead ECG, ${mmPerSecond} millimetres a second, ${mmPerMv} millimetres a millivolt`,
    scroll: 'ECG paper, scrolls sideways',
    layout: 'Layout of the leads',
    layoutName: (layout: Layout) => LAYOUT_NAMES[layout],
    match: 'best match',
    matchNote: ({ prototype, startSeconds, endSeconds, windowSimilarity, meanSimilarity, windowCount, share, field }: MatchNote) =>
      `${prototype} matched best at ${formatSpan(startSeconds, endSeconds)} (similarity ${formatSimilarity(windowSimilarity)} there). ` +
      `Its score is the mean over all ${windowCount} windows, ${formatSimilarity(meanSimilarity)}, of which this one makes up ${formatShare(share)}. ` +
      sheetText.field(field),
    pageNote: 'On the whole page only the leads whose column shows this moment are marked; at the match, all twelve are.',
    wholeRecordNote: (prototype: string) =>
      `${prototype} is compared with the whole ten seconds at once: no single place on the paper stands for it.`,
  },

  cases: casesText,
  dossier: dossierButtonText,
  about: aboutText,
  worklist: worklistText,
  comparison: comparisonChoiceText,
  measurements: measurementText,
  paper: paperText,
  trueSize: trueSizeText,
  ledgerBase: ledgerBaseText,
  whatIf: whatIfText,
  sheet: sheetText,
  ledgerFile: ledgerText,
  report: reportButtonText,
  figures: figureText,

  evidence: {
    title: 'Evidence',
    predicted: 'predicted',
    notPredicted: 'not predicted',
    probability: 'Probability',
    threshold: 'threshold',
    distance: (logits: number) => toDistance(logits, 'it'),
    distanceNote:
      'In logits, the unit of the contributions: how much all of them together exceed or lack what the threshold asks for.',
    sentence: toEvidenceSentence,
    ledger: 'Contributions',
    cases: 'Cases',
    caseOrder: 'Order of the cases',
    caseOrderName: (order: CaseOrder) => CASE_ORDER_NAMES[order],
    noOwnPrototypes: (code: string) => `This model has no prototypes of its own for ${code}.`,
    showMore: (count: number) => `Show ${count} more`,
    shown: (shown: number, total: number) => `${shown} of ${total}`,
    record: (id: string, simulated: boolean) => `${simulated ? 'simulated ECG' : 'record'} ${id}`,
    years: (age: number) => `${formatNumber(age)} years`,
    labelled: (codes: string) => `labelled ${codes}`,
    source: (record: string, details: readonly string[]) => [record, ...details].join(', '),
  },
} as const;

/** What is said beside a marked window. */
export interface MatchNote {
  readonly prototype: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly windowSimilarity: number;
  readonly meanSimilarity: number;
  readonly windowCount: number;
  readonly share: number;
  readonly field: FieldNote;
}

function toDistance(logits: number, threshold: string): string {
  if (logits === 0) return `exactly at ${threshold}`;
  const side = logits < 0 ? 'below' : 'above';
  if (!Number.isFinite(logits)) return `far ${side} ${threshold}`;
  const size = Math.abs(logits);
  return `${size < 0.005 ? 'less than 0.01' : size.toFixed(2)} logits ${side} ${threshold}`;
}

function toLoadingSentence(progress: LoadProgress | null, name: string): string {
  if (!progress || progress.step === 'manifest') return `Loading the model ${name}.`;
  if (progress.step === 'checking') return 'Checking that this computer gives the model’s known answer.';
  return `Loading the model ${name}: ${toMegabytes(progress.loadedBytes)} of ${toMegabytes(progress.totalBytes)} MB.`;
}

function toMegabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

function toDuration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function toPower(value: number): string {
  return value === 0 ? '0' : value.toExponential(0);
}
