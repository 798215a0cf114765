import { Button } from 'react-aria-components';
import type { CasePlan } from '../../../review/studyPlan';
import { CheckEntry } from '../../fields/CheckEntry';
import { CodeChoice } from '../../fields/CodeChoice';
import { TextEntry } from '../../fields/TextEntry';
import { goTo } from '../../usePlace';
import { makeText } from './makeText';
import type { PackPlanProps } from './planProps';
import { Section } from './Section';
import type { PlannedCase } from './useCases';

interface CasesSectionProps extends PackPlanProps {
  readonly cases: readonly PlannedCase[];
  /** How many open ECGs are still being read. */
  readonly waiting: number;
}

const LONGEST_LABEL = 80;

/** Which of the open ECGs are read, what each is called in the study, and what is true of it. */
export function CasesSection({ pack: { manifest }, plan, cases, waiting, onChange }: CasesSectionProps) {
  const changeCase = ({ ecgSha256, label, truth, isLeftOut }: PlannedCase, change: Partial<CasePlan>): void =>
    onChange({ cases: { ...plan.cases, [ecgSha256]: { label, truth, isLeftOut, ...change } } });
  return (
    <Section title={makeText.cases} about={makeText.casesAbout}>
      {cases.length === 0 && waiting === 0 && (
        <div className="make-empty">
          <p>{makeText.noCases}</p>
          <Button className="button" onPress={() => goTo({ mode: 'read' })}>
            {makeText.toRead}
          </Button>
        </div>
      )}
      {waiting > 0 && <p role="status">{makeText.notReady(waiting)}</p>}
      <ul className="make-items">
        {cases.map((one, i) => (
          <li key={one.ecgSha256}>
            <CheckEntry
              label={makeText.isAsked(one.label)}
              about={makeText.caseFile(one.name, one.ecgSha256.slice(0, 8))}
              isChecked={!one.isLeftOut}
              onChange={(isAsked) => changeCase(one, { isLeftOut: !isAsked })}
            />
            {!one.isLeftOut && (
              <div className="make-pair">
                <TextEntry
                  label={makeText.caseLabel(i + 1)}
                  value={one.label}
                  longest={LONGEST_LABEL}
                  onChange={(label) => changeCase(one, { label })}
                />
                <div className="field">
                  <span className="field-label" aria-hidden="true">
                    {makeText.truth(one.label)}
                  </span>
                  <CodeChoice
                    label={makeText.truth(one.label)}
                    statements={manifest.statements}
                    value={one.truth}
                    nullName={makeText.truthUnknown}
                    noneName={makeText.truthNone}
                    onChange={(truth) => changeCase(one, { truth })}
                  />
                </div>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
