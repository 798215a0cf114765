import type { ReactNode } from 'react';
import { Heading } from 'react-aria-components';
import type { LoadedPack } from '../../model/protocol';
import { FactList } from '../FactList';
import { text } from '../text';

interface ModelCardProps {
  readonly pack: LoadedPack;
}

/** What is known of a model: what it learned from, how good it was on what, what it cannot do, how it was made. */
export function ModelCard({ pack: { manifest, sha256 } }: ModelCardProps) {
  const { modelCard, statements, branches } = manifest;
  const { sizes, metrics = [], limits = [], seeds, dataHash, made } = modelCard;
  const verdict = modelCard.verified ? text.header.verified : text.header.unverified;
  const prototypes = branches.map(({ name, prototypeCount: count }) => ({ name, count }));
  return (
    <>
      <Heading slot="title">{modelCard.title}</Heading>
      {modelCard.simulated && <p className="caution">{text.simulatedModel}</p>}
      <FactList
        facts={[
          [text.modelCard.trainingData, modelCard.trainingData],
          ...told(text.modelCard.sizes, sizes && text.modelCard.sizesOf(sizes)),
          ...told(text.modelCard.metrics, toLines(metrics.map(text.modelCard.metric))),
          ...told(text.modelCard.limits, toLines(limits)),
          [text.modelCard.architecture, modelCard.architecture],
          [text.modelCard.dtype, modelCard.dtype],
          [text.modelCard.statements, String(statements.length)],
          [text.modelCard.prototypes, text.modelCard.prototypeCounts(prototypes)],
          [text.modelCard.verification, `${verdict}: ${modelCard.verification}`],
          ...told(text.modelCard.made, made && <code>{made}</code>),
          ...told(text.modelCard.seeds, seeds),
          ...told(text.modelCard.dataHash, dataHash && <code>{dataHash}</code>),
          [text.modelCard.checkpoint, <code>{modelCard.checkpointSha256}</code>],
          [text.modelCard.pack, <code>{sha256}</code>],
        ]}
      />
    </>
  );
}

/** A fact, or none where the maker did not tell it. */
function told(name: string, value: ReactNode): (readonly [string, ReactNode])[] {
  return value ? [[name, value]] : [];
}

function toLines(sentences: readonly string[]): ReactNode {
  if (sentences.length === 0) return null;
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
