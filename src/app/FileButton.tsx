import { FolderOpen } from 'lucide-react';
import { Button, FileTrigger } from 'react-aria-components';
import { FILE_EXTENSIONS } from '../ecg/formats/registry';
import { useActions } from './AppStoreContext';

interface FileButtonProps {
  readonly label: string;
  /** The one thing to do on the page stands out. */
  readonly primary?: boolean;
  /** On a phone its picture stands alone. */
  readonly isCompact?: boolean;
}

/** ECGs, and what the page itself writes: explanations and studies. */
const FILE_TYPES = [...new Set([...FILE_EXTENSIONS, '.json'])];

/** A button that opens the computer's file dialog; several recordings together become a worklist. */
export function FileButton({ label, primary = false, isCompact = false }: FileButtonProps) {
  const { openFiles } = useActions();
  return (
    <FileTrigger allowsMultiple acceptedFileTypes={FILE_TYPES} onSelect={(files) => void openFiles([...(files ?? [])])}>
      <Button className={primary ? 'button primary' : 'button'} aria-label={label}>
        <FolderOpen aria-hidden="true" size={16} />
        <span className={isCompact ? 'wide-only' : undefined}>{label}</span>
      </Button>
    </FileTrigger>
  );
}
