import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import { MAX_COMMENT_LENGTH } from '../../../review/answer';
import './controls.css';
import { controlsText } from './controlsText';

interface CommentFieldProps {
  readonly field?: RefObject<HTMLTextAreaElement | null>;
  /** As it is in the log. */
  readonly value: string;
  readonly keyHint?: string | undefined;
  readonly isDisabled: boolean;
  readonly onSave: (comment: string) => void;
  /** The reader is through with it by the keyboard. */
  readonly onLeave?: () => void;
}

/** A comment: an answer once the reader leaves it, not with every letter. */
export function CommentField({ field, value, keyHint, isDisabled, onSave, onLeave }: CommentFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const save = (): void => {
    if (draft === null) return;
    if (draft.trim() !== value) onSave(draft.trim());
    setDraft(null);
  };
  const saveLate = useEffectEvent(save);
  useEffect(() => {
    // A page that is put away may never come back.
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') saveLate();
    };
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      saveLate();
    };
  }, []);
  return (
    <TextField
      className="comment-field asked-field"
      value={draft ?? value}
      isDisabled={isDisabled}
      onChange={setDraft}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && onLeave) onLeave();
        else event.continuePropagation();
      }}
    >
      <Label>
        {controlsText.comment} {keyHint !== undefined && <kbd aria-hidden="true">{keyHint}</kbd>}
        <span className="quiet">{controlsText.commentHint}</span>
      </Label>
      <TextArea ref={field} rows={2} maxLength={MAX_COMMENT_LENGTH} />
    </TextField>
  );
}
