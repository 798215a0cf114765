/** The words before a session is on the page. */
export const sessionText = {
  opening: 'Opening the review.',
  waitingForModel: 'The review opens when the model is here.',
  missing: 'This review cannot be opened on this computer.',
  home: 'All reviews',
} as const;
