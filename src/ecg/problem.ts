/**
 * Something the user can understand and act on: a file that is no ECG, a pack that was altered, a backend that fails.
 * The message is one sentence in a doctor's or researcher's words. Every other error is a fault of the program.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
}

/** The sentence to show for any thrown value: a problem's own words, or an honest "unexpected" with the message. */
export function toSentence(thrown: unknown): string {
  if (thrown instanceof Problem) return thrown.message;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return `Something unexpected went wrong in the program: ${detail}`;
}
