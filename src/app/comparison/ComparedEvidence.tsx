import { useMemo, useState } from 'react';
import {
  COMPARED_ORDERS,
  type ComparedExplanations,
  type ComparedOrder,
  toComparedRows,
} from '../../explanation/compareExplanations';
import { type BranchName, perBranch, type PerBranch } from '../../model/branch';
import { comparedExplanations, comparedStatements } from '../../store/comparisonSelectors';
import { ComparedLedger } from '../../viewer/ComparedLedger';
import { useActions, useAppState } from '../AppStoreContext';
import { toComparisonSentence } from './comparisonSentence';
import { LedgerBaseChoice } from '../evidence/LedgerBaseChoice';
import { ResearchCaution } from '../evidence/ResearchCaution';
import { text } from '../text';
import { ToggleChoice } from '../ToggleChoice';
import { useMediaQuery } from '../useMediaQuery';
import { WIDE } from '../widths';
import { comparisonText } from './comparisonText';

/** So many prototypes of a branch have a row at first, and so many more come to light at once. */
const FIRST_COUNT = 3;
const STEP = 10;

/** The chosen statement in both ECGs: its probabilities, what moves its logit in a sentence, and both ledgers in the same rows. */
export function ComparedEvidence() {
  const comparison = useAppState(comparedExplanations);
  if (comparison.status === 'none') return null;
  if (comparison.status === 'failed') {
    return (
      <section className="panel">
        <h3>{text.explanationFailed}</h3>
        <p role="alert">{comparison.sentence}</p>
      </section>
    );
  }
  return <Evidence key={comparison.compared.one.code} compared={comparison.compared} />;
}

function Evidence({ compared }: { readonly compared: ComparedExplanations }) {
  const { one, other } = compared;
  const [order, setOrder] = useState<ComparedOrder>('difference');
  const [counts, setCounts] = useState<PerBranch<number>>(() => perBranch(() => FIRST_COUNT));
  const row = useAppState((state) => comparedStatements(state).find(({ code }) => code === one.code));
  const selected = useAppState(({ selection }) => (selection.status === 'statement' ? selection.prototype : null));
  const { selectPrototype } = useActions();
  const isTouch = !useMediaQuery(WIDE);
  const rows = useMemo(() => toComparedRows(compared, counts, order, selected), [compared, counts, order, selected]);
  const showMore = (branch: BranchName): void => setCounts({ ...counts, [branch]: counts[branch] + STEP });
  return (
    <section className="compared-evidence" aria-labelledby="evidence-title">
      <div className="statement-heading">
        <h2 id="evidence-title">
          {one.description} <span className="statement-code">{one.code}</span>
        </h2>
        {row && <p className="verdict">{comparisonText.verdict(row)}</p>}
        <p className="evidence-sentence">{toComparisonSentence(compared)}</p>
        <ResearchCaution />
      </div>
      <div className="ledger-tools">
        <ToggleChoice
          label={comparisonText.order}
          options={COMPARED_ORDERS}
          nameOf={comparisonText.orderName}
          value={order}
          onChange={setOrder}
        />
        <LedgerBaseChoice />
      </div>
      <ComparedLedger
        code={one.code}
        rows={rows}
        selected={selected}
        onSelect={selectPrototype}
        onShowMore={showMore}
        isTouch={isTouch}
      />
      <p className="table-note">
        {comparisonText.sum(one.averageEcg !== undefined, one.contributions.length, one.sumError, other.sumError)}{' '}
        {comparisonText.withoutWhatIf}
      </p>
    </section>
  );
}
