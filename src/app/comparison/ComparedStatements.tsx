import { useState } from 'react';
import { Button } from 'react-aria-components';
import { type ComparedStatement, isTurned, type StatementResult } from '../../explanation/compareStatements';
import { formatLogit } from '../../viewer/format';
import { useActions, useAppState } from '../AppStoreContext';
import { comparisonText } from './comparisonText';

interface ComparedStatementsProps {
  /** What differs most first. */
  readonly rows: readonly ComparedStatement[];
}

/** So many statements are listed at first, and all that are predicted in one ECG alone. */
const FIRST_COUNT = 8;

/** What the network says of the statements in both ECGs, what differs most first; choosing one compares its ledgers. */
export function ComparedStatements({ rows }: ComparedStatementsProps) {
  const [isWhole, setWhole] = useState(false);
  const { selectStatement } = useActions();
  const chosen = useAppState(({ selection }) => (selection.status === 'statement' ? selection.code : null));
  const firstCount = Math.max(FIRST_COUNT, rows.filter(isTurned).length);
  const shown = rows.filter(({ code }, i) => isWhole || i < firstCount || code === chosen);
  const { statement, here, there, logits } = comparisonText;
  return (
    <div className="compared-statements">
      <p className="table-note">{comparisonText.statementsNote}</p>
      <table>
        <thead>
          <tr>
            {[statement, here, there, logits].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.code} className={row.code === chosen ? 'is-chosen' : undefined}>
              <th scope="row">
                <button type="button" aria-pressed={row.code === chosen} onClick={() => selectStatement(row.code)}>
                  <span>
                    <strong>{row.code}</strong> {row.description}
                  </span>
                  <span className="compared-turn">
                    {isTurned(row) ? <strong>{comparisonText.turn(row)}</strong> : comparisonText.turn(row)},{' '}
                    {comparisonText.threshold(row.threshold)}
                  </span>
                </button>
              </th>
              <Probability result={row.one} threshold={row.threshold} />
              <Probability result={row.other} threshold={row.threshold} />
              <td>{formatLogit(row.difference)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > firstCount && (
        <Button className="button" onPress={() => setWhole(!isWhole)}>
          {isWhole ? comparisonText.showFewer : comparisonText.showAll(rows.length)}
        </Button>
      )}
    </div>
  );
}

function Probability({ result, threshold }: { readonly result: StatementResult; readonly threshold: number }) {
  return (
    <td className={result.predicted ? 'is-predicted' : undefined}>{comparisonText.probability(result, threshold)}</td>
  );
}
