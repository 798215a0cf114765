/** Words as a sentence lists them: "I", "I and II", "I, II and III". Empty for no words. */
export function toListing(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
