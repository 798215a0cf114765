import type { Layout } from '../../../store/displayState';
import type { ReadyRecording } from '../../../store/recordingState';
import { useActions, useAppState } from '../../AppStoreContext';
import { OwnMeasurements } from '../../measurements/OwnMeasurements';
import { EcgSheet } from '../../paper/EcgSheet';
import { PaperSettings } from '../../paper/PaperSettings';
import { OwnSheet } from '../../paper/SheetContext';
import { text } from '../../text';
import { ToggleChoice } from '../../ToggleChoice';

/** Not “at the match”: that tells where the model looked. */
const BLIND_LAYOUTS = ['page', 'stacked'] as const satisfies readonly Layout[];

interface BlindEcgProps {
  readonly recording: ReadyRecording;
}

/** An ECG on its paper with every tool, and its measurements: nothing of any model, of its file or of the device. */
export function BlindEcg({ recording }: BlindEcgProps) {
  const { layout, pageForm } = useAppState(({ display }) => display);
  const { changeDisplay } = useActions();
  const shown = layout === 'stacked' ? 'stacked' : 'page';
  return (
    <>
      <div className="strip">
        <ToggleChoice
          label={text.ecg.layout}
          options={BLIND_LAYOUTS}
          nameOf={text.ecg.layoutName}
          value={shown}
          onChange={(chosen) => changeDisplay({ layout: chosen })}
        />
        <PaperSettings />
      </div>
      <section className="ecg-panel" aria-labelledby="ecg-title">
        <h2 id="ecg-title" className="visually-hidden">
          {text.ecg.title}
        </h2>
        <OwnSheet>
          <EcgSheet ecg={recording.ecg} layout={shown === 'page' ? pageForm : shown} match={null} halo={null} isFitted />
        </OwnSheet>
      </section>
      <OwnMeasurements />
    </>
  );
}
