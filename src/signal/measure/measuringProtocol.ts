import type { Ecg } from '../../ecg/ecg';
import type { EcgMeasurements } from './measureEcg';

/** What the page asks of the measuring worker. */
export interface MeasuringRequest {
  readonly id: number;
  readonly ecg: Ecg;
}

/** What the worker answers, one reply a request. */
export type MeasuringReply =
  | { readonly id: number; readonly kind: 'measured'; readonly measured: EcgMeasurements }
  | { readonly id: number; readonly kind: 'failed'; readonly sentence: string };
