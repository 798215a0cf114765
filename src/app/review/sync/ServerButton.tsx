import type { LucideIcon } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { Button, Dialog, DialogTrigger, Form, Heading, Input, Label, Popover, TextField } from 'react-aria-components';
import type { Credentials } from '../../../store/review/sync/openDatabases';
import '../../fields/fields.css';
import { syncText } from './syncText';
import './sync.css';

interface ServerButtonProps {
  readonly icon: LucideIcon;
  readonly label: string;
  /** What goes to the server, or comes from it. */
  readonly about: string;
  readonly submit: string;
  /** Null: the server asks for no name. */
  onSubmit(credentials: Credentials | null): void;
}

/** A button that talks to a study's server, after it has asked who the reader is there. */
export function ServerButton({ icon: Icon, label, about, submit, onSubmit }: ServerButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const username = String(form.get('name'));
    setOpen(false);
    onSubmit(username === '' ? null : { username, password: String(form.get('password')) });
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="button">
        <Icon aria-hidden="true" size={16} />
        {label}
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="card sync-form">
          <Heading slot="title">{label}</Heading>
          <p>{about}</p>
          <Form onSubmit={send}>
            <TextField className="field" name="name" autoComplete="username">
              <Label>{syncText.name}</Label>
              <Input aria-describedby={id} />
            </TextField>
            <TextField className="field" name="password" type="password" autoComplete="current-password">
              <Label>{syncText.password}</Label>
              <Input aria-describedby={id} />
            </TextField>
            <p id={id} className="quiet">
              {syncText.notKept}
            </p>
            <Button type="submit" className="button primary">
              {submit}
            </Button>
          </Form>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
