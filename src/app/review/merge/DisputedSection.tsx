import { useState } from 'react';
import { Button, Input, TextField } from 'react-aria-components';
import type { Decision } from '../../../review/merge/decision';
import type { DisputedPrototype } from '../../../review/merge/findDisputed';
import type { PrototypeStudy } from '../../../review/study';
import { ToggleChoice } from '../../ToggleChoice';
import { DecisionChoice } from './DecisionChoice';
import './disputed.css';
import { LEAST_SPREADS, type LeastSpread } from './leastSpreads';
import { mergeText } from './mergeText';
import { Opinions } from './Opinions';
import { ResultSection } from './ResultSection';
import { useMergingActions, useMergingState } from './useMerging';

const words = mergeText.disputed;

/** So many prototypes are shown before more are asked for. */
const PAGE = 20;
const LONGEST_NOTE = 500;
const UNDECIDED: Decision = { kind: null, note: '' };

interface DisputedSectionProps {
  readonly study: PrototypeStudy;
  readonly disputed: readonly DisputedPrototype[];
  readonly leastSpread: LeastSpread;
  readonly onLeastSpread: (leastSpread: LeastSpread) => void;
}

/** The prototypes on which readers differ, and what the coordinator decides of them. */
export function DisputedSection({ study, disputed, leastSpread, onLeastSpread }: DisputedSectionProps) {
  const [shown, setShown] = useState(PAGE);
  const more = Math.min(PAGE, disputed.length - shown);
  return (
    <ResultSection id="merge-disputed" title={words.title}>
      <p className="quiet">
        {words.rule} {words.key} {words.kept}
      </p>
      <div className="merge-choice">
        <ToggleChoice
          label={words.leastSpread}
          isLabelShown
          options={LEAST_SPREADS}
          nameOf={(spread) => spread.toFixed(1)}
          value={leastSpread}
          onChange={onLeastSpread}
        />
      </div>
      {disputed.length === 0 ? <p>{words.none}</p> : <p>{words.shown(Math.min(shown, disputed.length), disputed.length)}</p>}
      <ol className="disputed">
        {disputed.slice(0, shown).map((own) => (
          <li key={own.summary.prototype}>
            <Disputed study={study} disputed={own} />
          </li>
        ))}
      </ol>
      {more > 0 && (
        <Button className="button" onPress={() => setShown(shown + PAGE)}>
          {words.showMore(more)}
        </Button>
      )}
    </ResultSection>
  );
}

interface DisputedProps {
  readonly study: PrototypeStudy;
  readonly disputed: DisputedPrototype;
}

/** One prototype: the opinions, and the decision. */
function Disputed({ study, disputed }: DisputedProps) {
  const { prototype } = disputed.summary;
  const decision = useMergingState((state) => state.decisions.get(prototype)) ?? UNDECIDED;
  const { decide } = useMergingActions();
  return (
    <>
      <Opinions study={study} disputed={disputed} />
      <div className="disputed-decision">
        <DecisionChoice prototype={prototype} value={decision.kind} onChange={(kind) => decide(prototype, { ...decision, kind })} />
        <TextField
          className="text-field"
          aria-label={words.note(prototype)}
          value={decision.note}
          maxLength={LONGEST_NOTE}
          autoComplete="off"
          onChange={(note) => decide(prototype, { ...decision, note })}
        >
          <Input placeholder={words.notePlaceholder} />
        </TextField>
      </div>
    </>
  );
}
