import { BRANCHES } from '../../../model/branch';
import { SELECTION_RULES } from '../../../review/study';
import { CodeChoice } from '../../fields/CodeChoice';
import { NumberEntry } from '../../fields/NumberEntry';
import { RadioChoice } from '../../fields/RadioChoice';
import { makeText } from './makeText';
import type { PackPlanProps } from './planProps';
import { Section } from './Section';

const MOST_PER_CLASS = 100;

/** Which of the model's prototypes are rated. */
export function PrototypesSection({ pack: { manifest }, plan, onChange }: PackPlanProps) {
  const withPrototypes = new Set(BRANCHES.flatMap((branch) => manifest.prototypes[branch].flatMap(({ classes }) => classes)));
  return (
    <Section title={makeText.prototypes}>
      <RadioChoice
        label={makeText.rule}
        options={SELECTION_RULES}
        nameOf={makeText.ruleName}
        aboutOf={makeText.ruleAbout}
        value={plan.rule}
        onChange={(rule) => onChange({ rule })}
      />
      {plan.rule !== 'all' && (
        <NumberEntry
          label={makeText.countPerClass}
          value={plan.countPerClass}
          least={1}
          most={MOST_PER_CLASS}
          onChange={(countPerClass) => onChange({ countPerClass: countPerClass ?? 1 })}
        />
      )}
      <div className="field">
        <span className="field-label" aria-hidden="true">
          {makeText.classes}
        </span>
        <CodeChoice
          label={makeText.classes}
          statements={manifest.statements.filter(({ code }) => withPrototypes.has(code))}
          value={plan.classes}
          nullName={makeText.allClasses}
          noneName={makeText.noClass}
          onChange={(classes) => onChange({ classes })}
        />
      </div>
    </Section>
  );
}
