/** Samples are stored in steps of a microvolt or more: less says nothing. */
const LEAST_RESIDUAL_MV = 0.001;

/** The words about what of the open recording is not read from its files alone. */
export const recordingText = {
  caseName: 'Case',
  caseNamed: (hash: string) => `ECG ${hash}`,
  caseNote: 'From the SHA-256 of its samples. What is saved or printed bears this name, never a file’s.',
  einthoven: 'Einthoven',
  within: (residualMv: number) => `within ${Math.max(LEAST_RESIDUAL_MV, residualMv).toFixed(3)} mV`,
  einthovenNote: 'The most by which III, aVR, aVL and aVF differ from what I and II make them (Einthoven, Goldberger).',
  revise: 'Change what you stated',
} as const;
