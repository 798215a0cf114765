/** The words of choosing an ECG to compare with. */
export const comparisonChoiceText = {
  choose: 'Compare with',
  placeholder: 'Compare with…',
  chosen: (name: string) => `Compared with ${name}`,
  how: 'Drop a second ECG on the page, for example an earlier one of the same patient, or choose it with “Open another”. Both stay in this browser, and each can then be compared with the other.',
  loading: 'Opening the comparison …',
} as const;
