/** How long the browser may take to begin with a download, in milliseconds. */
const PATIENCE_MS = 10_000;

/** Gives the reader a file that was made in the browser: it goes where the browser puts downloads, and nowhere else. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), PATIENCE_MS);
}

/** The name of a file about an ECG: `ecg-1a2b3c4d-report.svg`, without the digits where the page cannot hash. Never a patient's. */
export function toFileName(ecgHash: string | null, what: string, ending: string): string {
  return `${['ecg', ...(ecgHash === null ? [] : [ecgHash]), what].join('-')}.${ending}`;
}
