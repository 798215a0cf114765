/** What a recording is called by its files: the name that several files share, or the one file's whole name. */
export function toRecordingName(fileNames: readonly string[]): string {
  const [first = ''] = fileNames;
  const stem = first.replace(/\.[^.]*$/, '');
  return fileNames.length > 1 && stem !== '' ? stem : first;
}
