import { useLayoutEffect, useState } from 'react';
import type { DroppedFile } from '../../store/droppedFile';
import { readDroppedFiles } from './droppedFiles';

/**
 * Takes files and folders that are dropped, and files that are pasted, anywhere on the page, all at once.
 * @returns whether files are being dragged over the page now.
 */
export function useFileDrop(onFiles: (files: readonly DroppedFile[]) => void): boolean {
  const [isDragging, setDragging] = useState(false);

  // Before the page is painted: whoever sees where to drop may drop.
  useLayoutEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const onDragOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setDragging(true);
    };
    const onDragLeave = (event: DragEvent): void => {
      // Leaving an element for another is no leaving of the page.
      if (event.relatedTarget === null) setDragging(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setDragging(false);
      const files = [...event.dataTransfer!.files];
      // A folder that cannot be listed is told of as a file that cannot be read.
      void readDroppedFiles(event.dataTransfer!).catch(() => files).then(onFiles);
    };
    const onPaste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) onFiles(files);
    };
    // What comes under the pointer while the page changes is entered anew, and must take the files as well.
    window.addEventListener('dragenter', onDragOver);
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragenter', onDragOver);
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', onPaste);
    };
  }, [onFiles]);

  return isDragging;
}
