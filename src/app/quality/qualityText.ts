/** What the page says of the quality of a signal. */
export const qualityText = {
  title: 'Signal',
  measuring: 'being checked …',
  unknown: 'could not be checked',
  fine: 'nothing found',
  more: (count: number) => `and ${count} more`,
  details: 'Details',
  detailsTitle: 'What was found in the signal',
  leads: 'Leads',
  foot: 'Found by rules in the ten seconds that are drawn. Nothing was filtered, changed or left out for it.',
  computedOn: (faults: readonly string[], others: number) =>
    `Computed on a signal with faults: ${faults.join('; ')}${others > 0 ? `; and ${others} more` : ''}.`,
} as const;
