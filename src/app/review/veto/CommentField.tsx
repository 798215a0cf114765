import { useEffect, useEffectEvent, useState } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import { MAX_COMMENT_LENGTH } from '../../../review/answer';
import { vetoText } from './vetoText';

interface CommentFieldProps {
  readonly value: string;
  /** Called with what was written when the reader leaves the field or closes what it stands in. */
  readonly onSave: (value: string) => void;
  readonly isDisabled: boolean;
}

/** A comment in the reader's own words. */
export function CommentField({ value, onSave, isDisabled }: CommentFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const save = (): void => {
    if (draft !== null && draft.trim() !== value) onSave(draft.trim());
    setDraft(null);
  };
  const saveAtEnd = useEffectEvent(save);
  // What is closed by a key or a press elsewhere is not left first.
  useEffect(() => () => saveAtEnd(), []);
  return (
    <TextField
      className="comment-field"
      value={draft ?? value}
      onChange={setDraft}
      onBlur={save}
      maxLength={MAX_COMMENT_LENGTH}
      isDisabled={isDisabled}
    >
      <Label>{vetoText.comment}</Label>
      <TextArea rows={2} />
    </TextField>
  );
}
