import { compareMeasurements, type ComparedMeasurement, type ComparedName } from '../../signal/compare/compareMeasurements';
import type { Measured } from '../../signal/measure/measured';
import type { EcgMeasurements } from '../../signal/measure/measureEcg';
import { formatComparedDifference, formatComparedValue } from '../measurements/measurementValue';
import { text } from '../text';

interface DifferenceTableProps {
  readonly patient: EcgMeasurements;
  readonly prototype: EcgMeasurements;
  /** What the other ECG is called; a prototype unless given. */
  readonly otherName?: string;
}

/** Rate, intervals, axis and ST of both ECGs, and by how much they differ. */
export function DifferenceTable({ patient, prototype, otherName = text.cases.there }: DifferenceTableProps) {
  return (
    <>
      <table className="difference-table">
        <caption>{text.cases.caption}</caption>
        <thead>
          <tr>
            {[text.cases.measure, text.cases.here, otherName, text.cases.difference].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compareMeasurements(patient, prototype).map((row) => (
            <tr key={row.name}>
              <th scope="row">{text.cases.name(row.name, row.lead)}</th>
              <Value name={row.name} found={row.one} />
              <Value name={row.name} found={row.other} />
              <Difference row={row} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="table-note">{text.cases.note}</p>
    </>
  );
}

function Value({ name, found }: { readonly name: ComparedName; readonly found: Measured }) {
  return found.status === 'measured' ? (
    <td className="measured-value" title={found.method}>
      {formatComparedValue(name, found.value, found.uncertainty)}
    </td>
  ) : (
    <td>{text.measurements.cannotMeasure(found.reason)}</td>
  );
}

function Difference({ row: { name, difference } }: { readonly row: ComparedMeasurement }) {
  if (difference === null) return <td>{text.cases.noDifference}</td>;
  return (
    <td className={difference.isClear ? 'is-clear' : undefined}>
      <span className="measured-value">{formatComparedDifference(name, difference.value, difference.uncertainty)}</span>{' '}
      {difference.isClear ? text.cases.clear : text.cases.within}
    </td>
  );
}
