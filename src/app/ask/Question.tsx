import { useId } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import type { MissingFact } from '../../ecg/statedFacts';
import { RadioChoice } from '../fields/RadioChoice';
import { askText } from './askText';
import { type Choice, OWN, toAnswer } from './draft';

interface QuestionProps {
  readonly asked: MissingFact;
  readonly choice: Choice;
  onChange(choice: Choice): void;
}

interface Wording {
  readonly hint: string;
  /** Of each offer, in its order: its name, and what it would mean. */
  readonly offers: readonly { readonly name: string; readonly about: string }[];
  readonly other: { readonly name: string; readonly label: string; readonly hint: string };
}

/** One fact that a file does not say: what is offered for it, none chosen, and a field for anything else. */
export function Question({ asked, choice, onChange }: QuestionProps) {
  const hintId = useId();
  const { hint, offers, other } = toWording(asked, choice);
  const { fault } = toAnswer(asked, choice);
  const options = [...offers.keys()].map(String);
  return (
    <section className={`ask-question is-${asked.fact}`}>
      <RadioChoice
        label={askText.question[asked.fact]}
        hint={hint}
        options={[...options, OWN]}
        nameOf={(option) => (option === OWN ? other.name : offers[Number(option)]!.name)}
        aboutOf={(option) => (option === OWN ? '' : offers[Number(option)]!.about)}
        value={choice.option}
        onChange={(option) => onChange({ ...choice, option })}
      />
      {choice.option === OWN && (
        <TextField
          className="field"
          value={choice.own}
          isInvalid={fault !== undefined}
          autoComplete="off"
          inputMode={asked.fact === 'leadOrder' ? 'text' : 'decimal'}
          aria-describedby={hintId}
          onChange={(own) => onChange({ ...choice, own })}
        >
          <Label>{other.label}</Label>
          <Input />
          <span className="ask-own-hint" id={hintId}>{fault === undefined && other.hint}</span>
          <FieldError className="ask-fault">{fault}</FieldError>
        </TextField>
      )}
    </section>
  );
}

function toWording(asked: MissingFact, choice: Choice): Wording {
  const own = toAnswer(asked, choice).stated;
  switch (asked.fact) {
    case 'samplingRateHz': {
      const lengthAt = (rateHz: number) => askText.length(asked.sampleCount / rateHz);
      return {
        hint: askText.hint.samplingRateHz(asked.sampleCount),
        offers: asked.offers.map((rateHz) => ({ name: askText.rate(rateHz), about: lengthAt(rateHz) })),
        other: {
          name: askText.otherRate,
          label: askText.ownRate,
          hint: own?.samplingRateHz === undefined ? '' : lengthAt(own.samplingRateHz),
        },
      };
    }
    case 'microvoltsPerUnit': {
      const voltageOf = (microvolts: number) => askText.voltage((asked.typicalSpan * microvolts) / 1000);
      const { inferred } = asked;
      return {
        hint: askText.hint.microvoltsPerUnit(asked.typicalSpan),
        offers: asked.offers.map(({ unit, microvoltsPerUnit }) => ({
          name: unit,
          about: [
            `${voltageOf(microvoltsPerUnit)}.`,
            ...(inferred?.microvoltsPerUnit === microvoltsPerUnit ? [askText.suggested(inferred.because)] : []),
          ].join(' '),
        })),
        other: {
          name: askText.otherUnit,
          label: askText.ownUnit,
          hint: own?.microvoltsPerUnit === undefined ? '' : voltageOf(own.microvoltsPerUnit),
        },
      };
    }
    case 'leadOrder':
      return {
        hint: askText.hint.leadOrder(asked.leadCount),
        offers: asked.offers.map(({ name }) => ({ name, about: '' })),
        other: { name: askText.otherOrder, label: askText.ownOrder, hint: askText.orderHint },
      };
  }
}
