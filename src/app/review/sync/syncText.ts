import type { SyncState } from '../../../store/review/sync/synchronise';

/** The words of copying answers to a study's server. */
export const syncText = {
  title: 'Copying to the study’s server',
  begin: (host: string) => `Copy my answers to ${host}`,
  what: 'Your answers, role and years are copied. Never an ECG, never a name. They stay on this computer as well.',
  name: 'Name at the server',
  password: 'Password',
  notKept: 'Neither is kept. Leave both empty where the server asks for none.',
  start: 'Begin copying',
  stop: 'Stop copying',
  fetch: (title: string, host: string) => `Fetch the answers to “${title}” from ${host}`,
  fetchWhat: 'All readers’ answers are fetched and merged in this page. Nothing is sent.',
  fetchNow: 'Fetch answers',
  fetching: (host: string) => `Fetching from ${host}.`,
  fetched: (count: number, host: string) => `${count} ${count === 1 ? 'reader’s answers' : 'readers’ answers'} came from ${host}.`,
  forbidden: (host: string) =>
    `This study asks to copy answers to ${host}, which whoever hosts this page has not allowed. Nothing is copied; your answers stay on this computer.`,
  state: (state: SyncState, host: string): string => {
    switch (state.status) {
      case 'copying':
        return `Copying to ${host}.`;
      case 'copied':
        return `All answers are copied to ${host}.`;
      case 'waiting':
        return `No connection to ${host}. Your answers are safe here and are copied when there is one.`;
      case 'refused':
        return state.sentence;
    }
  },
};
