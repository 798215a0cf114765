import type { PackEntry } from '../model/packIndex';
import type { LoadedPack, LoadProgress } from '../model/protocol';

/** Which model packs there are to choose from. */
export type PackListState =
  | { readonly status: 'reading' }
  | { readonly status: 'ready'; readonly entries: readonly PackEntry[] }
  | { readonly status: 'failed'; readonly sentence: string };

/** The chosen model pack. */
export type PackState =
  | { readonly status: 'none' }
  | { readonly status: 'loading'; readonly name: string; readonly progress: LoadProgress | null }
  | { readonly status: 'ready'; readonly name: string; readonly pack: LoadedPack }
  | { readonly status: 'failed'; readonly name: string; readonly sentence: string };
