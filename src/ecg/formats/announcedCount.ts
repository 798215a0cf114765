import { Problem } from '../problem';
import { toQuote } from '../quote';

/**
 * Compares the samples of a lead with the number that the file announces, where it does.
 * @throws Problem that quotes both.
 */
export function requireAnnouncedCount(count: number, announced: string, label: string, name: string): void {
  if (announced.trim() === '' || Number(announced) === count) return;
  throw new Problem(`${name} holds ${count} samples of ${toQuote(label)}, although it announces ${toQuote(announced)}.`);
}
