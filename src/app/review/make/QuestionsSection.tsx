import { RATED_QUESTIONS } from '../../../review/answer';
import { CheckEntry } from '../../fields/CheckEntry';
import { makeText } from './makeText';
import type { PlanProps } from './planProps';
import { Section } from './Section';

/** What is asked of each prototype, and whether its class is told first. */
export function QuestionsSection({ plan, onChange }: PlanProps) {
  const { questions, isClassHidden } = plan;
  return (
    <Section title={makeText.questions}>
      <div className="make-options">
        {RATED_QUESTIONS.map((question) => (
          <CheckEntry
            key={question}
            label={makeText.questionName(question)}
            about={makeText.questionAbout(question)}
            isChecked={questions.includes(question)}
            onChange={(isAsked) =>
              onChange({ questions: RATED_QUESTIONS.filter((other) => (other === question ? isAsked : questions.includes(other))) })
            }
          />
        ))}
        <CheckEntry
          label={makeText.hideClass}
          about={makeText.hideClassAbout}
          isChecked={isClassHidden}
          onChange={(hidden) => onChange({ isClassHidden: hidden })}
        />
      </div>
    </Section>
  );
}
