import type { TrainingPlan } from '../../../review/studyPlan';
import { CheckEntry } from '../../fields/CheckEntry';
import { NumberEntry } from '../../fields/NumberEntry';
import { makeText } from './makeText';
import type { PackPlanProps } from './planProps';
import { PrototypeBox } from './PrototypeBox';
import { Section } from './Section';
import { TrainingItem } from './TrainingItem';

const USUAL_GATE = 0.8;
const GATE_STEP = 0.05;

/** What readers are asked first, with the answer explained afterwards, and how many must be right. */
export function TrainingSection({ pack, plan, onChange }: PackPlanProps) {
  const { training, gate } = plan;
  const add = (prototype: string): void => {
    onChange({ training: [...training, { prototype, accepted: {}, explanation: '' }] });
  };
  const changeItem = (prototype: string, change: Partial<TrainingPlan>): void =>
    onChange({ training: training.map((item) => (item.prototype === prototype ? { ...item, ...change } : item)) });
  return (
    <Section title={makeText.training} about={makeText.trainingAbout}>
      <ul className="make-items">
        {training.map((item) => (
          <li key={item.prototype}>
            <TrainingItem
              manifest={pack.manifest}
              questions={plan.questions}
              item={item}
              onChange={(change) => changeItem(item.prototype, change)}
              onRemove={() => onChange({ training: training.filter((other) => other !== item) })}
            />
          </li>
        ))}
      </ul>
      <PrototypeBox manifest={pack.manifest} taken={training.map(({ prototype }) => prototype)} onAdd={add} />
      {training.length > 0 && (
        <>
          <CheckEntry
            label={makeText.gateUsed}
            isChecked={gate !== null}
            onChange={(isUsed) => onChange({ gate: isUsed ? USUAL_GATE : null })}
          />
          {gate !== null && (
            <NumberEntry
              label={makeText.gate}
              value={gate}
              least={GATE_STEP}
              most={1}
              step={GATE_STEP}
              isShare
              onChange={(share) => onChange({ gate: share ?? USUAL_GATE })}
            />
          )}
        </>
      )}
    </Section>
  );
}
