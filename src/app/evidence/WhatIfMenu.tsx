import { FlaskConical } from 'lucide-react';
import { lazy } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Popover, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { STANDARD_LEADS } from '../../ecg/lead';
import { BRANCHES } from '../../model/branch';
import { shownExplanation } from '../../store/shownExplanation';
import { useActions, useAppState } from '../AppStoreContext';
import { Optional } from '../Optional';
import { text } from '../text';

const VetoChoice = lazy(async () => ({ default: (await import('../review/veto/VetoChoice')).VetoChoice }));

/** What the model could do without: branches and leads to mute, several at once. */
export function WhatIfMenu() {
  const { branches, leads } = useAppState(({ whatIf }) => whatIf);
  const isRelative = useAppState((state) => {
    const shown = shownExplanation(state);
    return shown.status === 'ready' && shown.explanation.averageEcg !== undefined;
  });
  const { setMuted } = useActions();
  return (
    <DialogTrigger>
      <Button className="button">
        <FlaskConical aria-hidden="true" size={16} />
        {text.whatIf.open}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="card what-if-menu">
          <Heading slot="title">{text.whatIf.title}</Heading>
          <MuteChoice
            label={text.whatIf.branches}
            hint={text.whatIf.branchHint(isRelative ? 'average' : 'zero')}
            parts={BRANCHES}
            nameOf={text.whatIf.branchName}
            muted={branches}
            onMute={(branch, isMuted) => void setMuted({ kind: 'branch', branch }, isMuted)}
          />
          <MuteChoice
            label={text.whatIf.leads}
            hint={text.whatIf.leadHint}
            parts={STANDARD_LEADS}
            nameOf={(lead) => lead}
            muted={leads}
            onMute={(lead, isMuted) => void setMuted({ kind: 'lead', lead }, isMuted)}
          />
          <Optional>
            <VetoChoice />
          </Optional>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface MuteChoiceProps<Part extends string> {
  readonly label: string;
  readonly hint: string;
  readonly parts: readonly Part[];
  readonly nameOf: (part: Part) => string;
  readonly muted: readonly Part[];
  readonly onMute: (part: Part, isMuted: boolean) => void;
}

/** Parts of which any number can be muted: those that are pressed. */
function MuteChoice<Part extends string>({ label, hint, parts, nameOf, muted, onMute }: MuteChoiceProps<Part>) {
  return (
    <>
      <span className="choice-label" aria-hidden="true">
        {label}
      </span>
      <ToggleButtonGroup
        className="toggle-group"
        aria-label={label}
        selectionMode="multiple"
        selectedKeys={muted}
        onSelectionChange={(keys) => {
          for (const part of parts) {
            if (keys.has(part) !== muted.includes(part)) onMute(part, keys.has(part));
          }
        }}
      >
        {parts.map((part) => (
          <ToggleButton key={part} id={part}>
            {nameOf(part)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <p className="choice-hint">{hint}</p>
    </>
  );
}
