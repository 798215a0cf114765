import type { DeviceMeasurements } from '../../src/ecg/deviceMeasurements';
import type { Ecg } from '../../src/ecg/ecg';
import type { Measured } from '../../src/signal/measure/measured';
import { measureEcg } from '../../src/signal/measure/measureEcg';
import { findMedian } from '../../src/signal/measure/statistics';
import { firstSeconds } from '../../src/signal/window';

/** The values that a device and the page both measure. */
export const DEVICE_COMPARED = ['rate, /min', 'P, ms', 'PR, ms', 'QRS, ms', 'QT, ms', 'QTc, ms', 'P axis, °', 'QRS axis, °', 'T axis, °'] as const;

/** One value of one ECG, measured by the page and by the device that recorded it. */
export interface DeviceComparison {
  readonly ours: Measured;
  /** Null where the file does not tell it. */
  readonly device: number | null;
  /** Ours − device; of axes the shorter way round. Null where one of them is missing. */
  readonly difference: number | null;
}

/** How far a value differs over several ECGs. */
export interface DeviceSummary {
  readonly compared: number;
  readonly medianAbsolute: number;
  /** The difference that is largest, with its sign. */
  readonly worst: number;
  /** How many differences lie within twice the uncertainty that the page gives. */
  readonly within: number;
}

type Compared = (typeof DEVICE_COMPARED)[number];

/** Devices give whole numbers. */
const ROUNDING = 0.5;

/** Ten seconds are what the page measures. */
const USED_SECONDS = 10;

/** Measures an ECG as the page does and sets beside it what its device measured. */
export function compareWithDevice(ecg: Ecg, device: DeviceMeasurements): Record<Compared, DeviceComparison> {
  const measured = measureEcg(firstSeconds(ecg, USED_SECONDS));
  const fridericia = device.qtc.find(({ formula }) => formula === 'Fridericia');
  // A formula that is not told is Bazett's in most devices; where Fridericia's is there, it is the surer one.
  const [qtc, oursQtc] = fridericia
    ? [fridericia, measured.qtcFridericiaMs]
    : [device.qtc.find(({ formula }) => formula === 'Bazett' || formula === null), measured.qtcBazettMs];
  const of = (ours: Measured, value: number | null): DeviceComparison => toComparison(ours, value, false);
  const ofAxis = (ours: Measured, value: number | null): DeviceComparison => toComparison(ours, value, true);
  return {
    'rate, /min': of(measured.heartRatePerMinute, device.ventricularRatePerMinute),
    'P, ms': of(measured.pMs, device.pMs),
    'PR, ms': of(measured.prMs, device.prMs),
    'QRS, ms': of(measured.qrsMs, device.qrsMs),
    'QT, ms': of(measured.qtMs, device.qtMs),
    'QTc, ms': of(oursQtc, qtc?.ms ?? null),
    'P axis, °': ofAxis(measured.pAxisDegrees, device.pAxisDegrees),
    'QRS axis, °': ofAxis(measured.qrsAxisDegrees, device.qrsAxisDegrees),
    'T axis, °': ofAxis(measured.tAxisDegrees, device.tAxisDegrees),
  };
}

/** How far each value differs over these ECGs; null where none was measured by both. */
export function summariseDevices(
  ecgs: readonly Readonly<Record<Compared, DeviceComparison>>[],
): Record<Compared, DeviceSummary | null> {
  const entries = DEVICE_COMPARED.map((name) => [name, summarise(ecgs.map((ecg) => ecg[name]))]);
  return Object.fromEntries(entries) as Record<Compared, DeviceSummary | null>;
}

function toComparison(ours: Measured, device: number | null, isAxis: boolean): DeviceComparison {
  if (ours.status === 'unmeasurable' || device === null) return { ours, device, difference: null };
  const difference = ours.value - device;
  return { ours, device, difference: isAxis ? ((((difference + 180) % 360) + 360) % 360) - 180 : difference };
}

function summarise(comparisons: readonly DeviceComparison[]): DeviceSummary | null {
  const compared = comparisons.flatMap(({ ours, difference }) =>
    difference === null || ours.status === 'unmeasurable' ? [] : [{ difference, uncertainty: ours.uncertainty }],
  );
  if (compared.length === 0) return null;
  const differences = compared.map(({ difference }) => difference);
  return {
    compared: compared.length,
    medianAbsolute: findMedian(differences.map(Math.abs)),
    worst: differences.reduce((worst, difference) => (Math.abs(difference) > Math.abs(worst) ? difference : worst)),
    within: compared.filter(({ difference, uncertainty }) => Math.abs(difference) <= 2 * uncertainty + ROUNDING).length,
  };
}
