import { Cpu } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { BACKENDS } from '../../model/protocol';
import { useAppState } from '../AppStoreContext';
import { text } from '../text';

/** Which backend computes, and on a press why not a better one and how exact it is. */
export function BackendChip() {
  const report = useAppState(({ pack }) => (pack.status === 'ready' ? pack.pack.backend : null));
  if (!report) return null;
  const { backend, passedOver, selfCheck } = report;
  return (
    <DialogTrigger>
      <Button className="chip" aria-label={text.header.aboutBackend(backend)}>
        <Cpu aria-hidden="true" size={14} />
        <span className="wide-only">{text.backend.name(backend)}</span>
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="card">
          <Heading slot="title">{text.backend.serves(backend)}</Heading>
          {passedOver.length === 0 && <p>{backend === BACKENDS[0] ? text.backend.best : text.backend.asked}</p>}
          {passedOver.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p>{text.backend.checked(selfCheck.similarity, selfCheck.probability)}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
