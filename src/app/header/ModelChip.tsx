import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { LoadedPack } from '../../model/protocol';
import { useAppState } from '../AppStoreContext';
import { ModelCard } from './ModelCard';
import { text } from '../text';

const SHORT_HASH_LENGTH = 8;

/** Which model serves, whether it was verified, whether it learned from simulated ECGs, and its model card on a press. */
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
      return <ReadyChip pack={pack.pack} />;
  }
}

function ReadyChip({ pack }: { readonly pack: LoadedPack }) {
  const { name, modelCard } = pack.manifest;
  const verdict = modelCard.verified ? text.header.verified : text.header.unverified;
  const Icon = modelCard.verified ? ShieldCheck : ShieldAlert;
  const about = [text.header.aboutModel(name), verdict, ...(modelCard.simulated ? [text.header.simulated] : [])];
  return (
    <DialogTrigger>
      <Button className="chip" aria-label={about.join(', ')}>
        <Icon aria-hidden="true" size={14} />
        <strong>{name}</strong>
        {modelCard.simulated && <span>{text.header.simulated}</span>}
        <span className="wide-only">{verdict}</span>
        <code className="wide-only">{pack.sha256.slice(0, SHORT_HASH_LENGTH)}</code>
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="card">
          <ModelCard pack={pack} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
