const LONGEST = 60;

/** A title as a part of a file's name: small letters, digits and dashes; “study” where nothing of it is left. */
export function toSlug(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{Mark}/gu, '').toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, '-').slice(0, LONGEST).replace(/^-+|-+$/g, '');
  return slug === '' ? 'study' : slug;
}
