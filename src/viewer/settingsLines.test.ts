import { expect, it } from 'vitest';
import { DEFAULT_PAPER } from './paper';
import { describePaper, toPrintedSettings } from './settingsLines';

it('in a file the size is true, whatever it was on the screen, and only the size is told otherwise', () => {
  const printed = '25 mm/s · 10 mm/mV · true size when printed at 100 %';
  for (const isTrueSize of [true, false]) {
    for (const magnification of [1, 2, 1.25]) {
      const words = describePaper(DEFAULT_PAPER, isTrueSize, magnification);
      expect(words).not.toBe(printed);
      expect(toPrintedSettings(words)).toBe(printed);
      expect(toPrintedSettings(`${words}; the rest is context`)).toBe(`${printed}; the rest is context`);
    }
  }
  expect(toPrintedSettings(printed)).toBe(printed);
});
