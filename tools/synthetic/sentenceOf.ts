import { Problem } from '../../src/ecg/problem';

/**
 * The sentence with which `action` refuses.
 *
 * @throws Error where it refuses nothing, and whatever it throws that is no {@link Problem}.
 */
export async function sentenceOf(action: () => unknown): Promise<string> {
  try {
    await action();
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
  throw new Error('Nothing was refused.');
}
