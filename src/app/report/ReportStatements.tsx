import { thresholdDistance } from '../../explanation/thresholdDistance';
import type { StatementRow } from '../../store/selectors';
import { formatLogit, formatProbability } from '../../viewer/format';
import { reportText } from './reportText';

interface ReportStatementsProps {
  readonly title: string;
  readonly rows: readonly StatementRow[];
  /** How many of them fit. */
  readonly count: number;
}

/** Statements with probability, threshold and distance to it; those that do not fit are counted. */
export function ReportStatements({ title, rows, count }: ReportStatementsProps) {
  const shown = rows.slice(0, count);
  return (
    <section className="report-statements">
      <h3>{title}</h3>
      {rows.length === 0 && <p>{reportText.nonePredicted}</p>}
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{reportText.code}</th>
              <th scope="col">{reportText.probability}</th>
              <th scope="col">{reportText.threshold}</th>
              <th scope="col">{reportText.distance}</th>
            </tr>
          </thead>
          {shown.map(({ code, description, probability, threshold }) => (
            <tbody key={code}>
              <tr>
                <th scope="row">{code}</th>
                <td>{formatProbability(probability, threshold)}</td>
                <td>{formatProbability(threshold)}</td>
                <td>{formatDistance(thresholdDistance({ probability, threshold }))}</td>
              </tr>
              <tr>
                <td colSpan={4}>{description}</td>
              </tr>
            </tbody>
          ))}
        </table>
      )}
      {rows.length > shown.length && <p>{reportText.more(rows.length - shown.length)}</p>}
    </section>
  );
}

/** Beyond this a probability is 1 in the network's 32 bits, and its distance infinite, in logits. */
const FURTHEST = 16;

function formatDistance(logits: number): string {
  if (Number.isFinite(logits)) return formatLogit(logits);
  return logits > 0 ? `> +${FURTHEST}` : `< −${FURTHEST}`;
}
