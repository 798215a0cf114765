import { FlaskConical, RotateCcw, X } from 'lucide-react';
import { Button, Label, Tag, TagGroup, TagList } from 'react-aria-components';
import { toPrototypeName } from '../../explanation/prototypeKey';
import { findFlips, isWhatIf, shownExplanation } from '../../store/shownExplanation';
import type { MutablePart } from '../../store/whatIf';
import type { WhatIfState } from '../../store/whatIfState';
import { formatLogit, formatProbability } from '../../viewer/format';
import { useActions, useAppState } from '../AppStoreContext';
import { text } from '../text';

/** Prototypes that are rated bad have a chip each up to so many, and one together beyond. */
const MOST_SINGLE = 3;

/** Says that a what-if is shown: what is muted, what becomes of the statement and of the others, and the way back. */
export function WhatIfBar() {
  const whatIf = useAppState((state) => state.whatIf);
  const isShown = useAppState(isWhatIf);
  const { resetWhatIf, setMuted } = useActions();
  const { run } = whatIf;
  if (!isShown && run.status !== 'failed') return null;
  const parts = toParts(whatIf);
  return (
    <section className="what-if-bar" aria-labelledby="what-if-title">
      <h3 id="what-if-title">
        <FlaskConical aria-hidden="true" size={16} />
        {text.whatIf.bar}
      </h3>
      {parts.length > 0 && (
        <TagGroup
          className="what-if-parts"
          selectionMode="none"
          onRemove={(keys) => {
            for (const { key, part } of parts) if (keys.has(key)) void setMuted(part, false);
          }}
        >
          <Label>{text.whatIf.muted}</Label>
          <TagList className="what-if-chips">
            {parts.map(({ key, name }) => (
              <Tag key={key} id={key} textValue={name} className="what-if-chip">
                {name}
                <Button slot="remove" className="what-if-remove" aria-label={text.whatIf.remove(name)}>
                  <X aria-hidden="true" size={14} />
                </Button>
              </Tag>
            ))}
          </TagList>
        </TagGroup>
      )}
      <Button className="button" onPress={resetWhatIf}>
        <RotateCcw aria-hidden="true" size={14} />
        {text.whatIf.reset}
      </Button>
      <div className="what-if-outcome" role="status">
        <Outcome whatIf={whatIf} />
      </div>
      {run.status === 'failed' && (
        <p role="alert">
          {text.whatIf.failed} {run.sentence}
        </p>
      )}
    </section>
  );
}

/** What becomes of the chosen statement and of all others; while the network computes, that it does. */
function Outcome({ whatIf }: { readonly whatIf: WhatIfState }) {
  const shown = useAppState(shownExplanation);
  const flips = useAppState(findFlips);
  const computing = whatIf.run.status === 'running' && <p className="what-if-running">{text.whatIf.computing(whatIf.leads)}</p>;
  const hasMutedParts = whatIf.branches.length + whatIf.prototypes.length > 0;
  const isChanged = hasMutedParts || whatIf.answer !== null;
  if (shown.status !== 'ready' || flips === null || !isChanged) return computing;
  const { original, explanation } = shown;
  const { threshold } = original;
  return (
    <>
      <p className="what-if-change">
        <strong>{explanation.code}</strong>{' '}
        <Change label={text.whatIf.logit} before={formatLogit(original.logit)} after={formatLogit(explanation.logit)} />{' '}
        <Change
          label={text.whatIf.probability}
          before={formatProbability(original.probability, threshold)}
          after={formatProbability(explanation.probability, threshold)}
        />{' '}
        <b>{text.whatIf.predicted(original.predicted, explanation.predicted)}</b>
      </p>
      {computing}
      <p className="what-if-note">
        {flips.lost.length + flips.gained.length === 0 && text.whatIf.noFlips}
        {flips.lost.length > 0 && text.whatIf.lost(flips.lost)}
        {flips.gained.length > 0 && ` ${text.whatIf.gained(flips.gained)}`} {hasMutedParts && `${text.whatIf.partsScope(explanation.averageEcg !== undefined)} `}
        {text.whatIf.scope}
      </p>
    </>
  );
}

function Change({ label, before, after }: { readonly label: string; readonly before: string; readonly after: string }) {
  return (
    <span className="what-if-value">
      {label} {before}
      <span aria-hidden="true"> → </span>
      <span className="visually-hidden"> {text.whatIf.becomes} </span>
      <b>{after}</b>
    </span>
  );
}

function toParts({ branches, prototypes, ratedBad, leads }: WhatIfState): readonly { key: string; name: string; part: MutablePart }[] {
  const together = ratedBad.length > MOST_SINGLE ? ratedBad : [];
  const single = prototypes.filter((own) => !together.some(({ branch, index }) => own.branch === branch && own.index === index));
  return [
    ...leads.map((lead) => ({ key: `lead ${lead}`, name: text.whatIf.leadChip(lead), part: { kind: 'lead', lead } as const })),
    ...branches.map((branch) => ({
      key: `branch ${branch}`,
      name: text.whatIf.branchChip(branch),
      part: { kind: 'branch', branch } as const,
    })),
    ...(together.length > 0
      ? [{ key: 'rated bad', name: text.whatIf.ratedBadChip(together.length), part: { kind: 'ratedBad', prototypes: together } as const }]
      : []),
    ...single.map((own) => ({ key: toPrototypeName(own), name: toPrototypeName(own), part: { kind: 'prototype', ...own } as const })),
  ];
}
