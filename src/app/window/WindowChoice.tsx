import type { WholeRecording } from '../../store/recordingState';
import { OverviewStrip } from '../../viewer/OverviewStrip';
import { useActions } from '../AppStoreContext';

interface WindowChoiceProps {
  readonly whole: WholeRecording;
}

/** Where in a long recording the open ECG is taken from, and other places to take it from. */
export function WindowChoice({ whole: { overview, startSeconds, best } }: WindowChoiceProps) {
  const { chooseWindow } = useActions();
  return <OverviewStrip overview={overview} startSeconds={startSeconds} bestStartSeconds={best.startSeconds} onChoose={chooseWindow} />;
}
