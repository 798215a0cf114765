import { formatCount } from '../../viewer/format';

/** The words for whether answers are safe. */
export const savingText = {
  saved: 'Saved',
  saving: 'Saving …',
  nothingYet: 'Nothing answered yet',
  unsaved: (count: number) => `Not saved: ${count === 1 ? 'one entry is' : `${formatCount(count)} entries are`} on this page alone.`,
  tryAgain: 'Save again',
} as const;
