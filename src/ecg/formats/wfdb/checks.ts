import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import { DIFFERENCE_FORMAT, type WfdbSignal } from './header';

/** A signal as the header describes it and its samples, in ADC units, as the signal file holds them. */
export interface StoredSignal {
  readonly signal: WfdbSignal;
  readonly samples: Int32Array | Float64Array;
}

/**
 * Compares samples with the first value and the checksum in the header. A header in which one of these is 0 for every
 * signal, although the samples say otherwise, never had it computed (published databases are like that): this is
 * remarked on and not held against the samples.
 * @param sampleCountKnown header(5) makes the checksum valid only where the header gives the number of samples.
 * @returns remarks on what could not be verified.
 * @throws Problem that quotes both numbers where samples and header disagree.
 */
export function toVerificationRemarks(stored: readonly StoredSignal[], sampleCountKnown: boolean): string[] {
  const remarks: string[] = [];
  if (!isPlaceholder(stored.map(({ signal }) => signal.initialValue))) {
    stored.forEach(requireInitialValue);
  }
  if (!sampleCountKnown) return remarks;
  const sums = stored.map(({ samples }) => toChecksum(samples));
  if (!isPlaceholder(stored.map(({ signal }) => signal.checksum))) {
    stored.forEach(({ signal }, index) => requireChecksum(signal, sums[index]!));
  } else if (sums.some((sum) => sum !== 0)) {
    remarks.push(
      'The header gives the checksum 0 for every lead, so it cannot tell whether the samples are unaltered.',
    );
  }
  return remarks;
}

function isPlaceholder(values: readonly (number | undefined)[]): boolean {
  return values.every((value) => value === undefined || value === 0) && values.includes(0);
}

function requireInitialValue({ signal, samples }: StoredSignal): void {
  const { fileName, format, initialValue, description } = signal;
  // Differences begin from the initial value, whatever it is.
  if (format === DIFFERENCE_FORMAT || initialValue === undefined || initialValue === samples[0]) return;
  const found = `${toQuote(description)} begins with ${samples[0]}, not with ${initialValue}`;
  throw new Problem(`${fileName} does not belong to its header: ${found}.`);
}

function requireChecksum({ fileName, checksum, description }: WfdbSignal, sum: number): void {
  if (checksum === undefined || checksum === sum) return;
  const found = `${toQuote(description)} does not match its header's checksum`;
  throw new Problem(
    `${fileName} was altered or damaged: ${found} (${toSigned(sum)} instead of ${toSigned(checksum)}).`,
  );
}

/** The sum of all samples modulo 65536. Headers write it signed or unsigned. */
function toChecksum(samples: StoredSignal['samples']): number {
  let sum = 0;
  for (const sample of samples) sum = (sum + sample) & 0xffff;
  return sum;
}

function toSigned(sum: number): number {
  return (sum << 16) >> 16;
}
