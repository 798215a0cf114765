import type { LoadedPack } from '../model/protocol';
import type { Study } from './study';

/**
 * Why a study cannot be done with the pack that is open, naming both; null where it can. The pack may be changed under an
 * open session, so it is for the page to ask whenever either changes.
 */
export function toPackMismatch({ title, pack }: Study, open: Pick<LoadedPack, 'manifest' | 'sha256'>): string | null {
  if (pack.sha256 === open.sha256) return null;
  const { name } = open.manifest;
  const wanted = `“${title}” is of the model “${pack.title}” (${pack.name}, ${pack.sha256.slice(0, 8)})`;
  const found = `the model that is open is “${open.manifest.modelCard.title}” (${name}, ${open.sha256.slice(0, 8)})`;
  return `${wanted}, and ${found}: choose the study's model above to go on; what was answered is safe.`;
}
