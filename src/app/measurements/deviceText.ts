import type { QtFormula } from '../../ecg/deviceMeasurements';

/** The words about what the recording device measured. */
export const deviceText = {
  value: (value: string) => `Device: ${value}`,
  qtc: (formula: QtFormula | null) => (formula === null ? 'QTc, formula not stated' : `QTc, ${formula}`),
  note: 'Device: as the file gives it; the recording device measures by its own method.',
} as const;
