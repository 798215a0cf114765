import { FolderOpen } from 'lucide-react';
import { Button, FileTrigger } from 'react-aria-components';
import { useTakeFiles } from '../../useTakeFiles';
import { homeText } from './homeText';

/** A button that opens the computer's file dialog for studies and answers. */
export function OpenButton() {
  const takeFiles = useTakeFiles();
  return (
    <FileTrigger allowsMultiple onSelect={(files) => takeFiles([...(files ?? [])])}>
      <Button className="button">
        <FolderOpen aria-hidden="true" size={16} />
        {homeText.open}
      </Button>
    </FileTrigger>
  );
}
