import { X } from 'lucide-react';
import { useState } from 'react';
import { Button, Label, Tag, TagGroup, TagList } from 'react-aria-components';
import { TextEntry } from '../../fields/TextEntry';
import { makeText } from './makeText';
import type { PlanProps } from './planProps';
import { Section } from './Section';

const LONGEST_ROLE = 80;
const LONGEST_URL = 500;

/** Who reads: the roles to choose from, and where answers are copied to. */
export function ReadersSection({ plan, onChange }: PlanProps) {
  const [role, setRole] = useState('');
  const { roles } = plan;
  const add = (): void => {
    const added = role.trim();
    if (added !== '' && !roles.includes(added)) onChange({ roles: [...roles, added] });
    setRole('');
  };
  return (
    <Section title={makeText.readers}>
      <TagGroup className="field" onRemove={(removed) => onChange({ roles: roles.filter((one) => !removed.has(one)) })}>
        <Label>{makeText.roles}</Label>
        <TagList className="make-tags" items={roles.map((name) => ({ id: name }))}>
          {({ id }) => (
            <Tag id={id} textValue={id} className="make-tag">
              {id}
              <Button slot="remove" className="icon-button" aria-label={makeText.remove(id)}>
                <X aria-hidden="true" size={14} />
              </Button>
            </Tag>
          )}
        </TagList>
      </TagGroup>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextEntry label={makeText.addRole} value={role} longest={LONGEST_ROLE} onChange={setRole}>
          <Button type="submit" className="button" isDisabled={role.trim() === ''}>
            {makeText.add}
          </Button>
        </TextEntry>
      </form>
      <TextEntry
        label={makeText.synchronisation}
        hint={makeText.synchronisationHint}
        value={plan.synchronisationUrl}
        longest={LONGEST_URL}
        placeholder="https://"
        onChange={(synchronisationUrl) => onChange({ synchronisationUrl })}
      />
    </Section>
  );
}
