const LONGEST = 60;

/** A piece of a file as a sentence quotes it: cut after 60 characters, with control characters as dots. */
export function toQuote(text: string): string {
  const visible = text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\uFFFD]/gu, '·').trim();
  return visible.length > LONGEST ? `“${visible.slice(0, LONGEST)}…”` : `“${visible}”`;
}
