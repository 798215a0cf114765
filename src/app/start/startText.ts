import type { LeadName } from '../../ecg/lead';
import type { Theme } from '../../store/displayState';
import type { PackState } from '../../store/packState';

const THEMES_IN_WORDS: Readonly<Record<Theme, string>> = {
  system: 'system colours',
  light: 'light colours',
  dark: 'dark colours',
};

/** The words of the start page beside its sheet of paper. */
export const startText = {
  model: 'Model',
  modelReads: (pack: PackState, backend: string | null) => toModelWords(pack, backend),
  display: 'Display',
  displayed: (scale: string, form: string, theme: Theme) => `${scale} · ${form} · ${THEMES_IN_WORDS[theme]}`,
  strip: (lead: LeadName) => `Beginning of lead ${lead}`,
  noneRead: 'None of these files can be read',
  needs: 'Ten seconds or more, all twelve leads. Many at once become a worklist.',
  formats: 'GE, Philips, Schiller, DICOM, SCP-ECG, EDF, WFDB and more',
  formatsLoading: 'Looking them up.',
  archives: 'all of them in zip and gzip archives, too',
} as const;

function toModelWords(pack: PackState, backend: string | null): string {
  switch (pack.status) {
    case 'none':
      return 'none yet: the ECG is drawn, nothing is predicted';
    case 'loading':
      return `${pack.name} is being loaded`;
    case 'failed':
      return `${pack.name} was not loaded`;
    case 'ready': {
      const { verified, simulated } = pack.pack.manifest.modelCard;
      const facts = [verified ? 'verified' : 'unverified', ...(simulated ? ['simulated ECGs'] : [])];
      return `${pack.pack.manifest.name} (${facts.join(', ')}) with ${backend}`;
    }
  }
}
