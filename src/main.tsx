import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import './app/app.css';
import { AppStoreProvider } from './app/AppStoreContext';
import { loadEvidence } from './app/evidence/LazyEvidence';
import { type LoadReview, ReviewProvider } from './app/ReviewContext';
import { readSampleFiles, readSamples } from './app/start/sampleFiles';
import { untilIdle } from './app/untilIdle';
import { readUrlChoices } from './app/urlChoices';
import { loadWorklist } from './app/worklist/LazyWorklist';
import { findFingerprint } from './ecg/fingerprint';
import { groupFiles } from './ecg/formats/groupFiles';
import { readEcg } from './ecg/formats/registry';
import { createInferenceClient } from './model/inferenceClient';
import { toModelInput } from './model/modelInput';
import { readPackIndex } from './model/packIndex';
import { createMeasuringClient } from './signal/measure/measuringClient';
import { createAppStore } from './store/appStore';
import './viewer/tokens.css';

const choices = readUrlChoices(window.location.search);

const samplesUrl = new URL('samples/', document.baseURI).href;

const page = createAppStore({
  readPackIndex: () => readPackIndex(new URL('models/', document.baseURI).href),
  client: createInferenceClient(),
  backends: choices.backends,
  groupFiles: async (files) => groupFiles(await (await import('./ecg/formats/containers/unpackFiles')).unpackFiles(files)),
  findFingerprint,
  readEcg,
  openLongRecording: async (file, opening) =>
    (await import('./signal/longRecording/openLongRecording')).openLongRecording(file, opening),
  readOverview: async (source) => (await import('./signal/readOverviewInTurns')).readOverviewInTurns(source),
  toModelInput,
  measureEcg: createMeasuringClient().measureEcg,
  readPrototypeRecord: async (pack, recordId) => (await import('./model/prototypeRecord')).readPrototypeRecord(pack, recordId),
  readSamples: () => readSamples(samplesUrl),
  readSampleFiles: (sample) => readSampleFiles(samplesUrl, sample),
  untilIdle,
  // A browser may forbid the very mention of its storage, so it is mentioned only when it is used.
  storage: {
    getItem: (key) => window.localStorage.getItem(key),
    setItem: (key, value) => window.localStorage.setItem(key, value),
  },
});

let review: ReturnType<LoadReview> | undefined;
const loadReview: LoadReview = () =>
  (review ??= import('./store/review/openReviewStore').then(({ openReviewStore }) => openReviewStore()));

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <AppStoreProvider value={page}>
      <ReviewProvider value={loadReview}>
        <App />
      </ReviewProvider>
    </AppStoreProvider>
  </StrictMode>,
);

if (choices.unknownBackend !== null) page.actions.notify({ kind: 'unknownBackend', wanted: choices.unknownBackend });
void page.actions.openPacks(choices.model);
void page.actions.openSamples();
void untilIdle()
  .then(() => Promise.all([loadEvidence(), loadWorklist()]))
  // Each is tried again when it is wanted.
  .catch(() => undefined);
