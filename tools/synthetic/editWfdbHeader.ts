import type { EcgFile } from '../../src/ecg/ecgFile';
import type { WfdbRecord } from './wfdbWriter';

/**
 * The files of a record whose header was edited by hand, for tests of what headers in the field look like.
 * @throws Error where the edit changes nothing: such a test would show nothing.
 */
export function editWfdbHeader({ hea, files }: WfdbRecord, edit: (hea: string) => string): EcgFile[] {
  const edited = edit(hea);
  if (edited === hea) throw new Error('The edit changed nothing in the header.');
  return [{ name: files[0].name, bytes: new TextEncoder().encode(edited) }, files[1]];
}
