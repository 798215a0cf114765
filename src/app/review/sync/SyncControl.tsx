import { CloudUpload } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { Button, Dialog, DialogTrigger, Form, Heading, Input, Label, Popover, TextField } from 'react-aria-components';
import type { OpenReview } from '../../../store/review/state';
import { syncText } from './syncText';
import { useSynchronisation } from './useSynchronisation';
import './sync.css';

interface SyncControlProps {
  readonly review: OpenReview;
  /** The server's address of the study's database. */
  readonly url: string;
  /** The one origin besides its own that this page may talk to. */
  readonly allowedOrigin: string | undefined;
}

/** Whether answers are copied to the study's server, which they never are unless the reader says so. */
export function SyncControl({ review, url, allowedOrigin }: SyncControlProps) {
  const { state, start, stop } = useSynchronisation(review);
  const [isAsking, setAsking] = useState(false);
  const id = useId();
  const { host, origin } = new URL(url);
  if (origin !== allowedOrigin && origin !== window.location.origin) return <p className="sync">{syncText.forbidden(host)}</p>;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const username = String(form.get('name'));
    setAsking(false);
    void start(url, username === '' ? null : { username, password: String(form.get('password')) });
  };
  return (
    <section className="sync" aria-label={syncText.title}>
      {state === null || state.status === 'refused' ? (
        <DialogTrigger isOpen={isAsking} onOpenChange={setAsking}>
          <Button className="button">
            <CloudUpload aria-hidden="true" size={16} />
            {syncText.begin(host)}
          </Button>
          <Popover className="popover" placement="bottom start">
            <Dialog className="card sync-form">
              <Heading slot="title">{syncText.begin(host)}</Heading>
              <p>{syncText.what}</p>
              <Form onSubmit={submit}>
                <TextField className="field" name="name" autoComplete="username">
                  <Label>{syncText.name}</Label>
                  <Input className="input" aria-describedby={id} />
                </TextField>
                <TextField className="field" name="password" type="password" autoComplete="current-password">
                  <Label>{syncText.password}</Label>
                  <Input className="input" aria-describedby={id} />
                </TextField>
                <p id={id} className="quiet">
                  {syncText.notKept}
                </p>
                <Button type="submit" className="button primary">
                  {syncText.start}
                </Button>
              </Form>
            </Dialog>
          </Popover>
        </DialogTrigger>
      ) : (
        <Button className="button" onPress={stop}>
          {syncText.stop}
        </Button>
      )}
      {state !== null && <p role={state.status === 'refused' ? 'alert' : 'status'}>{syncText.state(state, host)}</p>}
    </section>
  );
}
