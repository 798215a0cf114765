/** The words on the way to the report. */
export const reportButtonText = {
  open: 'Report',
  tooltip: 'Report: print it or save it as PDF',
} as const;
