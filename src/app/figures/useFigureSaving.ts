import { toSentence } from '../../ecg/problem';
import { hashSamples } from '../../ecg/samples';
import { findShownRecording } from '../../store/selectors';
import { useActions, useAppState } from '../AppStoreContext';
import { saveFile, toFileName } from '../saveFile';
import { text } from '../text';
import { formatTime } from '../time';
import type { SavableFigure } from './SaveFigure';

/** The files that a figure can become. */
export type FigureFormat = 'svg' | 'png';

const SHORT_HASH_LENGTH = 8;

/** Saves a figure with its ECG's hash for a name; says so where that fails. The code that makes files is loaded only then. */
export function useFigureSaving(): (figure: SavableFigure, panel: Element, format: FigureFormat) => Promise<void> {
  const recording = useAppState(findShownRecording);
  const pack = useAppState((state) => (state.pack.status === 'ready' ? state.pack.pack : null));
  const { notify } = useActions();

  return async (figure, panel, format) => {
    try {
      const { createFigureFile } = await import('../../viewer/export/figureFile');
      const hash = recording && (await hashSamples(recording.ecg).catch(() => null));
      const ecgHash = hash && hash.slice(0, SHORT_HASH_LENGTH);
      const { modelCard } = pack?.manifest ?? {};
      const foot = [
        ...(figure.findNotes?.(panel) ?? []),
        `${text.appName}, ${formatTime(new Date())}. ${text.intendedUse}${modelCard?.simulated ? ` ${text.simulatedModel}` : ''}`,
        ...(pack
          ? [text.figures.model(pack.manifest.modelCard.title, pack.sha256.slice(0, SHORT_HASH_LENGTH), text.backend.name(pack.backend.backend))]
          : []),
      ];
      const title = `${text.figures.ecgTitle(ecgHash)}: ${figure.name}`;
      const file = createFigureFile(await figure.findParts(panel), { title, foot });
      const content =
        format === 'svg'
          ? new Blob([file.svg], { type: 'image/svg+xml' })
          : await (await import('../../viewer/export/figurePng')).createPng(file);
      saveFile(toFileName(ecgHash, figure.id, format), content);
    } catch (thrown) {
      notify({ kind: 'notSaved', sentence: toSentence(thrown) });
    }
  };
}
