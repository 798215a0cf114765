/** The words on the way to a prototype’s dossier. */
export const dossierButtonText = {
  open: 'Dossier',
  openOf: (name: string) => `Dossier of ${name}`,
  loading: 'Opening the dossier …',
  title: 'Dossier of a prototype',
  close: 'Close the dossier',
} as const;
