/** The words of what saves figures. */
export const figureText = {
  save: 'Save figure',
  saveOf: (figure: string) => `Save figure: ${figure}`,
  formats: 'File format',
  svg: 'SVG, to scale',
  png: 'PNG, 300 pixels an inch',
  ecg: 'ECG',
  timeLedger: 'Evidence in time',
  contributions: (code: string) => `Contributions to ${code}`,
  pair: (prototype: string) => `This ECG and prototype ${prototype}`,
  ecgTitle: (hash: string | null) => (hash === null ? '12-lead ECG' : `12-lead ECG ${hash}`),
  model: (title: string, hash: string, backend: string) => `Computed by ${title} (${hash}) with ${backend}.`,
  note: (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1).trim()}.`,
  notSaved: (sentence: string) => `The file was not made. ${sentence}`,
} as const;
