import { Info, TriangleAlert, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { text } from './text';

interface MessageProps {
  readonly tone: 'problem' | 'information';
  readonly sentence: string;
  /** What can be done about it, if anything. */
  readonly action?: { readonly label: string; readonly onPress: () => void };
  onDismiss(): void;
}

/** One sentence to the reader, read aloud at once where it is a problem, until it is dismissed. */
export function Message({ tone, sentence, action, onDismiss }: MessageProps) {
  const Icon = tone === 'problem' ? TriangleAlert : Info;
  return (
    <div className="message" role={tone === 'problem' ? 'alert' : 'status'}>
      <Icon aria-hidden="true" size={16} />
      <p>{sentence}</p>
      {action && (
        <Button className="button" onPress={action.onPress}>
          {action.label}
        </Button>
      )}
      <Button className="icon-button" aria-label={text.notices.dismiss} onPress={onDismiss}>
        <X aria-hidden="true" size={16} />
      </Button>
    </div>
  );
}
