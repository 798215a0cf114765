import { durationSeconds, type Ecg } from '../ecg/ecg';
import type { Arrangement } from './arrangement';
import { layoutSheet, type Sheet, type TimeSpan } from './layout';
import { wholeExtents } from './leadExtent';
import type { Paper } from './paper';

/** The sheet on which a recording's leads are arranged; its places in millimetres do not depend on the screen. */
export function layoutEcg(ecg: Ecg, arrangement: Arrangement, match: TimeSpan | null, paper: Paper): Sheet {
  return layoutSheet(arrangement, durationSeconds(ecg), match, wholeExtents(ecg), paper);
}
