import { findShownRecording } from '../../store/selectors';
import { useAppState } from '../AppStoreContext';
import { OwnMeasurements } from './OwnMeasurements';

/** What was measured in the open ECG, beside what its device measured. */
export function Measurements() {
  const device = useAppState((state) => findShownRecording(state)?.ecg.deviceMeasurements);
  return <OwnMeasurements device={device} />;
}
