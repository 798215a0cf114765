import type { DeviceMeasurements } from '../../ecg/deviceMeasurements';
import { formatMeasured, type MeasurementName } from './measurementValue';
import { text } from '../text';

interface DeviceValueProps {
  readonly name: MeasurementName;
  readonly device: DeviceMeasurements | undefined;
}

/** What the recording device measured of the same; nothing where its file does not tell it. */
export function DeviceValue({ name, device }: DeviceValueProps) {
  const value = device && findDeviceValue(name, device);
  if (value === undefined || value === null) return null;
  return <span className="device-value">{text.measurements.device.value(formatMeasured(name, value))}</span>;
}

/** Corrected QT intervals of the device by formulas that the page does not use, or by one that the file does not tell. */
export function DeviceQtcRows({ device }: { readonly device: DeviceMeasurements }) {
  const others = device.qtc.filter(({ formula }) => formula !== 'Bazett' && formula !== 'Fridericia');
  return others.map(({ formula, ms }) => (
    <tr key={formula}>
      <th scope="row">{text.measurements.device.qtc(formula)}</th>
      <td colSpan={2}>{text.measurements.device.value(formatMeasured('qtcBazettMs', ms))}</td>
    </tr>
  ));
}

function findDeviceValue(name: MeasurementName, device: DeviceMeasurements): number | null {
  const findQtc = (wanted: string) => device.qtc.find(({ formula }) => formula === wanted)?.ms ?? null;
  switch (name) {
    case 'heartRatePerMinute':
      return device.ventricularRatePerMinute;
    case 'pMs':
    case 'prMs':
    case 'qrsMs':
    case 'qtMs':
    case 'pAxisDegrees':
    case 'qrsAxisDegrees':
    case 'tAxisDegrees':
      return device[name];
    case 'qtcBazettMs':
      return findQtc('Bazett');
    case 'qtcFridericiaMs':
      return findQtc('Fridericia');
    default:
      return null;
  }
}
