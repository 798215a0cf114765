import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Study } from '../../../review/study';
import { NumberEntry } from '../../fields/NumberEntry';
import { RadioChoice } from '../../fields/RadioChoice';
import { useReviewActions } from '../../ReviewContext';
import { goTo } from '../../usePlace';
import { homeText } from './homeText';

interface StartFormProps {
  readonly study: Study;
  readonly isOpenable: boolean;
  onCancel(): void;
}

const MOST_YEARS = 80;

/** Who is about to answer a study: a role and perhaps years, never a name. */
export function StartForm({ study, isOpenable, onCancel }: StartFormProps) {
  const [role, setRole] = useState<string | null>(study.roles.length === 1 ? study.roles[0]! : null);
  const [years, setYears] = useState<number | null>(null);
  const { begin } = useReviewActions();
  const start = async (): Promise<void> => {
    if (role === null) return;
    const sessionId = await begin(study, { role, years });
    if (sessionId !== null) goTo({ mode: 'review', page: 'session', sessionId });
  };
  return (
    <form
      className="review-start"
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <RadioChoice
        label={homeText.role}
        options={study.roles}
        nameOf={(option) => option}
        value={role}
        onChange={setRole}
      />
      <NumberEntry
        label={homeText.years}
        hint={homeText.optional}
        value={years}
        least={0}
        most={MOST_YEARS}
        onChange={setYears}
      />
      <div className="review-actions">
        <Button type="submit" className="button primary" isDisabled={role === null || !isOpenable}>
          {homeText.begin}
        </Button>
        <Button className="button" onPress={onCancel}>
          {homeText.cancel}
        </Button>
      </div>
    </form>
  );
}
