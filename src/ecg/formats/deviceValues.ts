import type { DeviceMeasurements, DeviceQtc, QtFormula } from '../deviceMeasurements';
import { findDecimal } from './fieldValue';

/** The texts in which a file gives what its device measured: beats a minute, milliseconds, degrees. */
export interface DeviceTexts {
  readonly rate?: string | undefined;
  readonly p?: string | undefined;
  readonly pr?: string | undefined;
  readonly qrs?: string | undefined;
  readonly qt?: string | undefined;
  readonly qtc?: readonly (readonly [text: string | undefined, formula: QtFormula | null])[];
  readonly pAxis?: string | undefined;
  readonly qrsAxis?: string | undefined;
  readonly tAxis?: string | undefined;
}

/** Beyond these no device measures; files write 0, −1 or 32767 where there is nothing. */
const HIGHEST_RATE = 600;
const LONGEST_MS = 2000;

/** What the device measured; undefined where the file tells none of it. Texts that are no such value become null. */
export function toDeviceMeasurements(texts: DeviceTexts): { readonly deviceMeasurements?: DeviceMeasurements } {
  const qtc = (texts.qtc ?? []).flatMap(([text, formula]): DeviceQtc[] => {
    const ms = toAmount(text, LONGEST_MS);
    return ms === null ? [] : [{ ms, formula }];
  });
  const single: Omit<DeviceMeasurements, 'qtc'> = {
    ventricularRatePerMinute: toAmount(texts.rate, HIGHEST_RATE),
    pMs: toAmount(texts.p, LONGEST_MS),
    prMs: toAmount(texts.pr, LONGEST_MS),
    qrsMs: toAmount(texts.qrs, LONGEST_MS),
    qtMs: toAmount(texts.qt, LONGEST_MS),
    pAxisDegrees: toAxis(texts.pAxis),
    qrsAxisDegrees: toAxis(texts.qrsAxis),
    tAxisDegrees: toAxis(texts.tAxis),
  };
  const isAnyTold = qtc.length > 0 || Object.values(single).some((value) => value !== null);
  return isAnyTold ? { deviceMeasurements: { ...single, qtc } } : {};
}

function toAmount(text: string | undefined, most: number): number | null {
  const value = findDecimal(text ?? '');
  return value !== undefined && value > 0 && value <= most ? value : null;
}

function toAxis(text: string | undefined): number | null {
  const value = findDecimal(text ?? '');
  if (value === undefined || Math.abs(value) > 360) return null;
  return value > 180 ? value - 360 : value <= -180 ? value + 360 : value;
}
