import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import type { LoadedPack } from '../model/protocol';
import { useAppState } from './AppStoreContext';
import { FactList } from './FactList';
import { text } from './text';

const SHORT_HASH_LENGTH = 8;

/** Which model serves, whether it was verified, and its model card on a press. */
export function ModelChip() {
  const pack = useAppState((state) => state.pack);
  switch (pack.status) {
    case 'none':
      return <span className="chip quiet">{text.header.noModel}</span>;
    case 'loading':
      return <span className="chip quiet">{text.header.loadingModel(pack.name)}</span>;
    case 'failed':
      return <span className="chip quiet">{text.header.modelFailed}</span>;
    case 'ready':
      return <ModelCard pack={pack.pack} />;
  }
}

function ModelCard({ pack }: { readonly pack: LoadedPack }) {
  const { name, modelCard, statements, branches } = pack.manifest;
  const verdict = modelCard.verified ? text.header.verified : text.header.unverified;
  const Icon = modelCard.verified ? ShieldCheck : ShieldAlert;
  return (
    <DialogTrigger>
      <Button className="chip" aria-label={`${text.header.aboutModel(name)}, ${verdict}`}>
        <Icon aria-hidden="true" size={14} />
        <strong>{name}</strong>
        <span className="wide-only">{verdict}</span>
        <code className="wide-only">{pack.sha256.slice(0, SHORT_HASH_LENGTH)}</code>
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="card">
          <Heading slot="title">{modelCard.title}</Heading>
          <FactList
            facts={[
              [text.modelCard.trainingData, modelCard.trainingData],
              [text.modelCard.architecture, modelCard.architecture],
              [text.modelCard.dtype, modelCard.dtype],
              [text.modelCard.statements, String(statements.length)],
              [
                text.modelCard.prototypes,
                text.modelCard.prototypeCounts(branches.map((branch) => ({ name: branch.name, count: branch.prototypeCount }))),
              ],
              [text.modelCard.verification, `${verdict}: ${modelCard.verification}`],
              [text.modelCard.checkpoint, <code key="checkpoint">{modelCard.checkpointSha256}</code>],
              [text.modelCard.pack, <code key="pack">{pack.sha256}</code>],
            ]}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
