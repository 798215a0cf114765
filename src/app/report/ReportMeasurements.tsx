import { useAppState } from '../AppStoreContext';
import { formatWithUncertainty, type MeasurementName } from '../measurements/measurementValue';
import { text } from '../text';
import { reportText } from './reportText';

const NAMES: readonly MeasurementName[] = [
  'heartRatePerMinute',
  'prMs',
  'qrsMs',
  'qtMs',
  'qtcBazettMs',
  'qtcFridericiaMs',
  'pAxisDegrees',
  'qrsAxisDegrees',
  'tAxisDegrees',
];

/** Rate, intervals and axes with their uncertainty, one below the other. */
export function ReportMeasurements() {
  const measurements = useAppState((state) => state.measurements);
  if (measurements.status === 'failed') return <p>{text.measurements.failed(measurements.sentence)}</p>;
  if (measurements.status !== 'ready') return <p>{reportText.notMeasured}</p>;
  const { measured } = measurements;
  return (
    <dl className="report-measurements">
      {NAMES.map((name) => {
        const found = measured[name];
        return (
          <div key={name}>
            <dt>{text.measurements.name(name)}</dt>
            <dd>
              {found.status === 'measured' ? formatWithUncertainty(name, found.value, found.uncertainty) : reportText.notMeasurable}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
