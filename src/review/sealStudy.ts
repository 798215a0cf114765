import { hashJson } from './log';
import type { PrototypeStudy, ReadingStudy } from './study';

/** A study with the hash that names it. */
export function sealStudy(draft: Omit<PrototypeStudy, 'contentSha256'>): PrototypeStudy;
export function sealStudy(draft: Omit<ReadingStudy, 'contentSha256'>): ReadingStudy;
export function sealStudy(draft: object): object {
  return { ...draft, contentSha256: hashJson(draft) };
}

/** Whether a study is as it was made. */
export function isIntact({ contentSha256, ...draft }: PrototypeStudy | ReadingStudy): boolean {
  return hashJson(draft) === contentSha256;
}
