import { useEffect } from 'react';
import { useAppState } from '../AppStoreContext';

/** Gives the whole document, whatever opens above the page included, the colours that the reader chose. */
export function useColours(): void {
  const theme = useAppState(({ display }) => display.theme);
  const paperColours = useAppState(({ display }) => display.paperColours);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset['theme'];
    else dataset['theme'] = theme;
    if (paperColours === 'ecg') delete dataset['paper'];
    else dataset['paper'] = 'high-contrast';
  }, [theme, paperColours]);
}
