/** The words of fields in review mode. */
export const fieldText = {
  more: (label: string) => `${label}: more`,
  less: (label: string) => `${label}: less`,
  search: 'Search by code or words',
  clear: 'Clear the search',
  noneFound: 'No statement has this code or these words.',
  done: 'Done',
  all: 'All',
  none: 'None',
} as const;
