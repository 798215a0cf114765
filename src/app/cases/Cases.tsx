import { useState } from 'react';
import { Button } from 'react-aria-components';
import { toCoverage } from '../../explanation/coverage';
import type { StatementExplanation } from '../../explanation/explanation';
import { ownPrototypesBySimilarity } from '../../explanation/ownPrototypes';
import { CASE_ORDERS, CASE_VIEWS } from '../../store/displayState';
import type { ReadyRecording } from '../../store/recordingState';
import { toCoverageSentence } from '../../viewer/coverageWords';
import { useActions, useAppState } from '../AppStoreContext';
import { Case } from './Case';
import { text } from '../text';
import { ToggleChoice } from '../ToggleChoice';

const STEP = 4;

interface CasesProps {
  readonly explanation: StatementExplanation;
  readonly recording: ReadyRecording;
}

/** The prototypes of a statement, each beside the patient's ECG, a few at a time. */
export function Cases({ explanation, recording }: CasesProps) {
  const order = useAppState(({ display }) => display.caseOrder);
  const view = useAppState(({ display }) => display.caseView);
  const { changeDisplay } = useActions();
  const [count, setCount] = useState(STEP);
  const all = order === 'contribution' ? explanation.contributions : ownPrototypesBySimilarity(explanation);
  const shown = all.slice(0, count);
  const more = Math.min(STEP, all.length - shown.length);
  return (
    <div className="cases">
      <div className="case-choices">
        <ToggleChoice
          label={text.evidence.caseOrder}
          options={CASE_ORDERS}
          nameOf={text.evidence.caseOrderName}
          value={order}
          onChange={(caseOrder) => changeDisplay({ caseOrder })}
        />
        <ToggleChoice
          label={text.cases.view}
          options={CASE_VIEWS}
          nameOf={text.cases.viewName}
          value={view}
          onChange={(caseView) => changeDisplay({ caseView })}
        />
      </div>
      {all.length === 0 && <p className="quiet">{text.evidence.noOwnPrototypes(explanation.code)}</p>}
      <ol className="case-list">
        {shown.map((contribution) => (
          <li key={`${contribution.branch}/${contribution.index}`}>
            <Case contribution={contribution} statementCode={explanation.code} recording={recording} view={view} />
          </li>
        ))}
      </ol>
      {all.length > 0 && (
        <div className="case-foot">
          {more > 0 && (
            <Button className="button" onPress={() => setCount(shown.length + STEP)}>
              {text.evidence.showMore(more)}
            </Button>
          )}
          <span className="quiet">
            {text.evidence.shown(shown.length, all.length)}.{' '}
            {toCoverageSentence(toCoverage(explanation, shown), 'case', explanation.code)}
          </span>
        </div>
      )}
    </div>
  );
}
