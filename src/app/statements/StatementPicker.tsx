import { Search, X } from 'lucide-react';
import { useState } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { findNearMisses } from '../../explanation/nearMisses';
import { findModelCard, statementRows } from '../../store/selectors';
import { useAppState } from '../AppStoreContext';
import { ResultMark } from '../quality/ResultMark';
import { searchStatements } from './statementGroups';
import { StatementList } from './StatementList';
import { text } from '../text';

interface StatementPickerProps {
  onSelect(code: string): void;
}

/** The statements of the model: the predicted ones, near misses, then all others or what a search finds among all. */
export function StatementPicker({ onSelect }: StatementPickerProps) {
  const rows = useAppState(statementRows);
  const card = useAppState(findModelCard);
  const [query, setQuery] = useState('');
  if (rows.length === 0) return null;
  const predicted = rows.filter((row) => row.predicted);
  const nearMisses = findNearMisses(rows);
  const isSearching = query.trim() !== '';
  const others = isSearching ? searchStatements(rows, query) : rows.filter((row) => !row.predicted && !nearMisses.includes(row));
  return (
    <>
      <section aria-labelledby="predicted-title">
        <h2 id="predicted-title">
          {text.statements.predicted} <span className="count">{predicted.length}</span>
        </h2>
        {card?.simulated && <p className="caution">{text.simulatedModel}</p>}
        <ResultMark />
        {predicted.length === 0 ? (
          <p className="quiet">{text.statements.nonePredicted}</p>
        ) : (
          <StatementList label={text.statements.predictedList} rows={predicted} onSelect={onSelect} />
        )}
      </section>
      {nearMisses.length > 0 && (
        <section aria-labelledby="near-misses-title">
          <h2 id="near-misses-title">
            {text.statements.nearMisses} <span className="count">{nearMisses.length}</span>
          </h2>
          <p className="quiet near-miss-rule">{text.statements.nearMissRule}</p>
          <StatementList label={text.statements.nearMissList} rows={nearMisses} isByDistance onSelect={onSelect} />
        </section>
      )}
      <section aria-labelledby="others-title">
        <h2 id="others-title">
          {isSearching ? text.statements.found(others.length, rows.length) : text.statements.others}
        </h2>
        <SearchField
          className="search"
          aria-label={text.statements.search(rows.length)}
          value={query}
          onChange={setQuery}
        >
          <Search aria-hidden="true" size={14} />
          <Input placeholder={text.statements.search(rows.length)} />
          <Button className="icon-button" aria-label={text.statements.clearSearch}>
            <X aria-hidden="true" size={14} />
          </Button>
        </SearchField>
        {others.length === 0 ? (
          <p className="quiet">{text.statements.nothingFound}</p>
        ) : (
          <StatementList
            label={isSearching ? text.statements.foundList : text.statements.othersList}
            rows={others}
            onSelect={onSelect}
          />
        )}
      </section>
    </>
  );
}
