import type { EcgMeasurements } from '../signal/measure/measureEcg';
import { formatWithUncertainty, type MeasurementName } from './measurementValue';
import { text } from './text';

/** Everything that one number says of the whole ECG: rhythm, intervals, axes, voltages. */
const GROUPS: readonly (readonly MeasurementName[])[] = [
  ['heartRatePerMinute', 'meanRrMs', 'shortestRrMs', 'longestRrMs', 'sdnnMs', 'rmssdMs', 'irregularity'],
  ['pMs', 'prMs', 'qrsMs', 'qtMs', 'qtcBazettMs', 'qtcFridericiaMs'],
  ['pAxisDegrees', 'qrsAxisDegrees', 'tAxisDegrees'],
  ['sokolowLyonMv', 'cornellMv'],
];

interface MeasurementTableProps {
  readonly measured: EcgMeasurements;
}

/** Every value with its uncertainty and method, or why it cannot be measured. */
export function MeasurementTable({ measured }: MeasurementTableProps) {
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
                <Cells name={name} measured={measured} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <p className="table-note">{text.measurements.uncertaintyNote}</p>
    </div>
  );
}

function Cells({ name, measured }: MeasurementTableProps & { readonly name: MeasurementName }) {
  const found = measured[name];
  if (found.status === 'unmeasurable') return <td colSpan={2}>{text.measurements.cannotMeasure(found.reason)}</td>;
  return (
    <>
      <td className="measured-value">{formatWithUncertainty(name, found.value, found.uncertainty)}</td>
      <td>{found.method}</td>
    </>
  );
}
