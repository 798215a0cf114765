const MINUTE = 60;
const HOUR = 3600;

/** A time from the start of a recording as a clock shows it: "0:12", "12:05", "1:02:03"; tenths where there are any: "0:02.5". */
export function formatClock(seconds: number): string {
  const { hours, minutes, rest } = split(seconds);
  const end = rest.toFixed(Number.isInteger(rest) ? 0 : 1).padStart(Number.isInteger(rest) ? 2 : 4, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${end}` : `${minutes}:${end}`;
}

/** A time or a length of time in words: "12 s", "1 min 5 s", "2 h 0 min 4.5 s". */
export function formatSpoken(seconds: number): string {
  const { hours, minutes, rest } = split(seconds);
  return [hours > 0 && `${hours} h`, hours + minutes > 0 && `${minutes} min`, `${rest} s`].filter(Boolean).join(' ');
}

/** A stretch of a recording: "0:12 to 0:22 of 0:38". */
export function formatStretch(startSeconds: number, endSeconds: number, durationSeconds: number): string {
  return `${formatClock(startSeconds)} to ${formatClock(endSeconds)} of ${formatClock(durationSeconds)}`;
}

/** A time that a reader has written as "12", "1:05" or "1:02:03", in seconds; undefined where it is none. */
export function parseClock(written: string): number | undefined {
  const match = /^(?:(?:(\d+):)?([0-5]?\d):)?([0-5]?\d(?:\.\d+)?)$/.exec(written.trim());
  if (!match) return undefined;
  const [hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as [number, number, number];
  return hours * HOUR + minutes * MINUTE + seconds;
}

function split(seconds: number) {
  const tenths = Math.round(seconds * 10) / 10;
  const hours = Math.floor(tenths / HOUR);
  const minutes = Math.floor((tenths - hours * HOUR) / MINUTE);
  return { hours, minutes, rest: Number((tenths - hours * HOUR - minutes * MINUTE).toFixed(1)) };
}
