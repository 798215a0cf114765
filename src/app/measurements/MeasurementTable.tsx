import type { DeviceMeasurements } from '../../ecg/deviceMeasurements';
import type { EcgMeasurements } from '../../signal/measure/measureEcg';
import { DeviceQtcRows, DeviceValue } from './DeviceValue';
import { formatWithUncertainty, type MeasurementName } from './measurementValue';
import { text } from '../text';

/** Everything that one number says of the whole ECG: rhythm, intervals, axes, voltages. */
const GROUPS: readonly (readonly MeasurementName[])[] = [
  ['heartRatePerMinute', 'meanRrMs', 'shortestRrMs', 'longestRrMs', 'sdnnMs', 'rmssdMs', 'irregularity'],
  ['pMs', 'prMs', 'qrsMs', 'qtMs', 'qtcBazettMs', 'qtcFridericiaMs'],
  ['pAxisDegrees', 'qrsAxisDegrees', 'tAxisDegrees'],
  ['sokolowLyonMv', 'cornellMv'],
];

interface MeasurementTableProps {
  readonly measured: EcgMeasurements;
  /** What the recording device measured, where the file tells it. */
  readonly device: DeviceMeasurements | undefined;
}

/** Every value with its uncertainty and method, or why it cannot be measured. */
export function MeasurementTable({ measured, device }: MeasurementTableProps) {
  return (
    <div>
      <table>
        <caption>{text.measurements.values}</caption>
        <thead>
          <tr>
            <th scope="col">{text.measurements.measure}</th>
            <th scope="col">{text.measurements.value}</th>
            <th scope="col">{text.measurements.method}</th>
          </tr>
        </thead>
        {GROUPS.map((names) => (
          <tbody key={names[0]}>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">{text.measurements.name(name)}</th>
                <Cells name={name} measured={measured} device={device} />
              </tr>
            ))}
            {device && names.includes('qtcBazettMs') && <DeviceQtcRows device={device} />}
          </tbody>
        ))}
      </table>
      <p className="table-note">{text.measurements.uncertaintyNote}</p>
      {device && <p className="table-note">{text.measurements.device.note}</p>}
    </div>
  );
}

function Cells({ name, measured, device }: MeasurementTableProps & { readonly name: MeasurementName }) {
  const found = measured[name];
  const deviceValue = <DeviceValue name={name} device={device} />;
  if (found.status === 'unmeasurable') {
    return (
      <td colSpan={2}>
        {text.measurements.cannotMeasure(found.reason)}
        {deviceValue}
      </td>
    );
  }
  return (
    <>
      <td className="measured-value">
        {formatWithUncertainty(name, found.value, found.uncertainty)}
        {deviceValue}
      </td>
      <td>{found.method}</td>
    </>
  );
}
