import type { MissingFact } from '../../ecg/statedFacts';
import type { RowState } from '../../store/worklistSelectors';
import { formatCount, formatProbability } from '../../viewer/format';

const LONGEST_LISTING = 3;

const FACTS: Readonly<Record<MissingFact['fact'], string>> = { samplingRateHz: 'its rate', microvoltsPerUnit: 'its unit', leadOrder: 'its leads' };

/** The words about several recordings at once. */
export const worklistText = {
  title: 'Worklist',
  drawerTitle: 'Worklist and statements',
  list: 'Recordings of the worklist',
  place: (position: number, count: number) => `${position === 0 ? '–' : formatCount(position)} of ${formatCount(count)}`,
  opened: (position: number, count: number, name: string) => `${name}, ${formatCount(position)} of ${formatCount(count)}, is open.`,
  previous: 'Previous ECG',
  next: 'Next ECG',
  withKeys: (what: string, keys: string) => `${what} (${keys})`,
  close: (name: string) => `Close ${name}`,
  cancel: (name: string) => `Cancel reading ${name}`,
  closeAll: (count: number) => `Close all ${formatCount(count)}`,
  state: toStateWords,
  noneRead: (count: number) =>
    `None of the ${formatCount(count)} recordings can be read; the worklist says why. The ECG before them stays open.`,
  alreadyListed: (names: readonly string[]) =>
    names.length === 1
      ? `${names[0]} is open already: it was not added twice.`
      : `${toNames(names)} are open already: they were not added twice.`,
  closed: (names: readonly string[]) => `Closed: ${toNames(names)}.`,
  undo: 'Undo',
} as const;

function toStateWords(state: RowState): string {
  switch (state.status) {
    case 'waiting':
      return 'waiting';
    case 'reading':
      return state.share === null ? 'reading' : `reading, ${Math.floor(state.share * 100)} %`;
    case 'asking':
      return `asks for ${toNames(state.facts.map((fact) => FACTS[fact]))}`;
    case 'withoutModel':
      return 'read, no prediction yet';
    case 'computing':
      return 'computing';
    case 'nonePredicted':
      return 'no statement predicted';
    case 'predicted': {
      const { code, probability, threshold } = state.leading;
      const further = state.further === 0 ? '' : `, ${formatCount(state.further)} more`;
      return `predicted ${code} ${formatProbability(probability, threshold)}${further}`;
    }
    case 'notComputed':
      return `no prediction: ${state.sentence}`;
    case 'refused':
      return state.sentence;
  }
}

/** A few names in full, of many the first ones and how many others there are. */
function toNames(names: readonly string[]): string {
  const [last] = names.slice(-1);
  if (names.length < 2) return last ?? '';
  if (names.length <= LONGEST_LISTING) return `${names.slice(0, -1).join(', ')} and ${last}`;
  return `${names.slice(0, LONGEST_LISTING).join(', ')} and ${formatCount(names.length - LONGEST_LISTING)} others`;
}
