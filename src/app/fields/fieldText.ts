/** The words of the fields. */
export const fieldText = {
  more: 'More:',
  less: 'Less:',
  search: 'Search by code or words',
  clear: 'Clear the search',
  noneFound: 'No statement has this code or these words.',
} as const;
