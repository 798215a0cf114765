import { X } from 'lucide-react';
import { useEffect } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Manifest } from '../../../model/manifest';
import { type RatedQuestion, SCORES } from '../../../review/answer';
import type { TrainingPlan } from '../../../review/studyPlan';
import { LeadStrip } from '../../../viewer/LeadStrip';
import { DEFAULT_PAPER } from '../../../viewer/paper';
import { useActions, useAppState } from '../../AppStoreContext';
import { TextEntry } from '../../fields/TextEntry';
import { IconButton } from '../../IconButton';
import { makeText } from './makeText';
import { toPrototypeKey } from '../../../explanation/prototypeKey';

interface TrainingItemProps {
  readonly manifest: Manifest;
  /** Those that the study asks. */
  readonly questions: readonly RatedQuestion[];
  readonly item: TrainingPlan;
  onChange(change: Partial<TrainingPlan>): void;
  onRemove(): void;
}

/** Longer than the card is wide: the card cuts it off. */
const STRIP_SECONDS = 10;
const STRIP_HEIGHT_MM = 20;
const LONGEST_EXPLANATION = 500;

/** One prototype to train with: its ECG, the scores that pass, and what is said afterwards. */
export function TrainingItem({ manifest, questions, item, onChange, onRemove }: TrainingItemProps) {
  const { prototype, accepted, explanation } = item;
  const { branch, index } = toPrototypeKey(prototype);
  const { classes } = manifest.prototypes[branch][index]!;
  return (
    <div className="training">
      <div className="training-head">
        <strong>{prototype}</strong>
        <span>{classes.join(', ')}</span>
        <IconButton label={makeText.remove(prototype)} onPress={onRemove}>
          <X aria-hidden="true" size={16} />
        </IconButton>
      </div>
      <Strip manifest={manifest} prototype={prototype} />
      {questions.map((question) => (
        <div key={question} className="training-scores">
          <span className="field-label" aria-hidden="true">
            {makeText.accepted(question)}
          </span>
          <ToggleButtonGroup
            className="toggle-group"
            aria-label={makeText.accepted(question)}
            selectionMode="multiple"
            selectedKeys={accepted[question] ?? []}
            onSelectionChange={(keys) => onChange({ accepted: { ...accepted, [question]: SCORES.filter((score) => keys.has(score)) } })}
          >
            {SCORES.map((score) => (
              <ToggleButton key={score} id={score}>
                {score}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        </div>
      ))}
      <p className="quiet">{makeText.acceptedHint}</p>
      <TextEntry
        label={makeText.explanation}
        isLong
        value={explanation}
        longest={LONGEST_EXPLANATION}
        onChange={(words) => onChange({ explanation: words })}
      />
    </div>
  );
}

/** The beginning of lead II of the ECG that a prototype comes from. */
function Strip({ manifest, prototype }: { readonly manifest: Manifest; readonly prototype: string }) {
  const { branch, index } = toPrototypeKey(prototype);
  const recordId = manifest.prototypes[branch][index]!.record;
  const record = useAppState(({ prototypeRecords }) => prototypeRecords[recordId]);
  const { openPrototypeRecord } = useActions();
  useEffect(() => void openPrototypeRecord(recordId), [openPrototypeRecord, recordId]);
  if (record?.status === 'failed') return <p role="alert">{record.sentence}</p>;
  return (
    <div className="training-strip">
      {record?.status === 'ready' ? (
        <LeadStrip
          ecg={record.ecg}
          lead="II"
          seconds={STRIP_SECONDS}
          heightMm={STRIP_HEIGHT_MM}
          paper={DEFAULT_PAPER}
          title={makeText.strip(prototype)}
        />
      ) : (
        makeText.stripLoading
      )}
    </div>
  );
}
