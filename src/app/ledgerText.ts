import type { BackendName } from '../model/protocol';
import type { LedgerNotice, NamedModel } from '../store/noticeState';
import { formatError } from '../viewer/format';
import { formatTime } from './time';

const SHORT_HASH_LENGTH = 8;

/** The words about explanations that were kept in a file. */
export const ledgerText = {
  save: 'Save the explanation (JSON)',
  saveHint: 'The ECG, every number of the sum and this view. Dropped on this page, it opens again as it is now.',
  opened: toOpenedSentence,
} as const;

function toOpenedSentence(
  { written, now, statement, comparison: { isSameModel, isEqual, probability, logits } }: LedgerNotice,
  backendName: (backend: BackendName) => string,
): string {
  const origin = `This explanation was written on ${formatTime(new Date(written.time))} with ${toModel(written)}`;
  if (!isSameModel) {
    return [
      `${origin}; here ${toModel(now)} computed it anew, so its numbers differ from the file’s`,
      probability === null ? '.' : `: probabilities by up to ${formatError(probability)}.`,
      statement === null ? '' : ` ${toModel(now)} does not have its statement ${statement}.`,
    ].join('');
  }
  if (isEqual) {
    return `${origin}. Computed again here, every contribution and probability is the file’s (differences at most ${formatError(Math.max(logits!, probability!))}).`;
  }
  const backends = now.backend === written.backend ? '' : ` (${backendName(now.backend)} here, ${backendName(written.backend)} then)`;
  const sums = logits === null ? '' : `contributions by up to ${formatError(logits)} logits, `;
  return `${origin}. Computed again here${backends}, it differs from the file: ${sums}probabilities by up to ${formatError(probability ?? 0)}.`;
}

function toModel({ name, sha256 }: NamedModel): string {
  return `${name} (${sha256.slice(0, SHORT_HASH_LENGTH)})`;
}
