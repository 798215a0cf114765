import { useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import { formatClock, parseClock } from './clockTime';

interface StartFieldProps {
  readonly startSeconds: number;
  /** Called with the time that the reader wrote, in seconds, once it is written to its end. */
  readonly onChoose: (startSeconds: number) => void;
}

/** When the stretch that is used starts, to be written: taken on Enter and on leaving. */
export function StartField({ startSeconds, onChoose }: StartFieldProps) {
  /** While the reader writes. */
  const [written, setWritten] = useState<string | null>(null);
  const seconds = written === null ? startSeconds : parseClock(written);
  const take = (): void => {
    if (seconds === undefined || written === null) return;
    setWritten(null);
    if (seconds !== startSeconds) onChoose(seconds);
  };
  return (
    <TextField
      className="start-field"
      value={written ?? formatClock(startSeconds)}
      isInvalid={seconds === undefined}
      onChange={setWritten}
      onBlur={take}
      onKeyDown={({ key }) => key === 'Enter' && take()}
    >
      <Label>Starts at</Label>
      <Input spellCheck="false" autoComplete="off" />
      <FieldError>as 1:05 or 1:02:03</FieldError>
    </TextField>
  );
}
