import { Dices } from 'lucide-react';
import { Button } from 'react-aria-components';
import { NumberEntry } from '../../fields/NumberEntry';
import { TextEntry } from '../../fields/TextEntry';
import { drawSeed } from './drawSeed';
import { makeText } from './makeText';
import type { PlanProps } from './planProps';
import { Section } from './Section';

const LONGEST_SEED = 80;
const MOST_REPEATS = 0.5;
const REPEAT_STEP = 0.05;
const MOST_PLANTED = 200;

/** The orders of the readers, and what shows whether a reader looks and agrees with themselves. */
export function ChecksSection({ plan, onChange }: PlanProps) {
  return (
    <Section title={makeText.checks}>
      <TextEntry
        label={makeText.seed}
        hint={makeText.seedHint}
        value={plan.seed}
        longest={LONGEST_SEED}
        onChange={(seed) => onChange({ seed })}
      >
        <Button className="button" onPress={() => onChange({ seed: drawSeed() })}>
          <Dices aria-hidden="true" size={16} />
          {makeText.drawSeed}
        </Button>
      </TextEntry>
      {plan.kind === 'prototypes' && (
        <div className="make-pair">
          <NumberEntry
            label={makeText.repeats}
            hint={makeText.repeatsHint}
            value={plan.repeatShare}
            least={0}
            most={MOST_REPEATS}
            step={REPEAT_STEP}
            isShare
            onChange={(repeatShare) => onChange({ repeatShare: repeatShare ?? 0 })}
          />
          <NumberEntry
            label={makeText.planted}
            hint={makeText.plantedHint}
            value={plan.plantedCount}
            least={0}
            most={MOST_PLANTED}
            onChange={(plantedCount) => onChange({ plantedCount: plantedCount ?? 0 })}
          />
        </div>
      )}
    </Section>
  );
}
