const MINUTE = 60;

/** The words about a long recording while it is read. */
export const longReadingText = {
  title: (name: string) => `Opening ${name}`,
  progress: (durationSeconds: number, share: number) => `Reading ${toLength(durationSeconds)} of ECG: ${Math.floor(share * 100)} %`,
  why: 'All of it is looked through once, to find where it is recorded best. You can go on working meanwhile.',
  cancel: 'Cancel',
} as const;

/** A length as one speaks of it: "24 h", "3 h 20 min", "38 min", "45 s". */
function toLength(seconds: number): string {
  if (seconds < MINUTE) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / MINUTE);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
