import { STANDARD_LEADS } from '../../ecg/lead';
import type { Measured } from '../../signal/measure/measured';
import type { EcgMeasurements } from '../../signal/measure/measureEcg';
import type { LeadMeasurements } from '../../signal/measure/measureLeads';
import { formatLeadUncertainty, formatLeadVoltage } from './measurementValue';
import { text } from '../text';

const COLUMNS: readonly { readonly name: keyof LeadMeasurements; readonly isDeviation: boolean }[] = [
  { name: 'rMv', isDeviation: false },
  { name: 'sMv', isDeviation: false },
  { name: 'jMv', isDeviation: true },
  { name: 'st60Mv', isDeviation: true },
];

interface LeadTableProps {
  readonly leads: EcgMeasurements['leads'];
}

/** R, S and ST in each of the twelve leads. */
export function LeadTable({ leads }: LeadTableProps) {
  return (
    <>
      <table className="lead-table">
        <caption>{text.measurements.leads}</caption>
        <thead>
          <tr>
            <th scope="col">{text.measurements.lead}</th>
            {COLUMNS.map(({ name }) => (
              <th key={name} scope="col">
                {text.measurements.leadValue(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {STANDARD_LEADS.map((lead) => (
            <tr key={lead}>
              <th scope="row">{lead}</th>
              <Cells lead={leads[lead]} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="table-note">{text.measurements.leadNote}</p>
    </>
  );
}

function Cells({ lead }: { readonly lead: LeadMeasurements }) {
  const reason = findCommonReason(COLUMNS.map(({ name }) => lead[name]));
  if (reason !== undefined) return <td colSpan={COLUMNS.length}>{text.measurements.cannotMeasure(reason)}</td>;
  return COLUMNS.map(({ name, isDeviation }) => {
    const found = lead[name];
    return found.status === 'measured' ? (
      <td key={name} className="measured-value">
        {formatLeadVoltage(found.value, isDeviation)}{' '}
        <span className="uncertainty">{formatLeadUncertainty(found.uncertainty)}</span>
      </td>
    ) : (
      <td key={name}>{text.measurements.cannotMeasure(found.reason)}</td>
    );
  });
}

/** The reason for which none of the values can be measured; undefined where one can, or where reasons differ. */
function findCommonReason(values: readonly Measured[]): string | undefined {
  const [first] = values;
  if (first?.status !== 'unmeasurable') return undefined;
  const { reason } = first;
  return values.every((value) => value.status === 'unmeasurable' && value.reason === reason) ? reason : undefined;
}
