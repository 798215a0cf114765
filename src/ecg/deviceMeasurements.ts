/** The formulas by which devices correct the QT interval for the heart rate. */
export type QtFormula = 'Bazett' | 'Fridericia' | 'Framingham' | 'Hodges';

/** A corrected QT interval as the device gave it. */
export interface DeviceQtc {
  readonly ms: number;
  /** The formula; null where the file does not tell it. */
  readonly formula: QtFormula | null;
}

/** What the recording device itself measured, as its file tells it: facts, neither checked nor changed. */
export interface DeviceMeasurements {
  readonly ventricularRatePerMinute: number | null;
  readonly pMs: number | null;
  readonly prMs: number | null;
  readonly qrsMs: number | null;
  readonly qtMs: number | null;
  readonly qtc: readonly DeviceQtc[];
  /** Frontal axes, above −180 to 180 degrees, 0 towards lead I, 90 towards aVF. */
  readonly pAxisDegrees: number | null;
  readonly qrsAxisDegrees: number | null;
  readonly tAxisDegrees: number | null;
}
