import * as v from 'valibot';
import { STANDARD_LEADS } from '../ecg/lead';
import type { PreferenceStorage } from './deps';
import {
  CASE_ORDERS,
  CASE_VIEWS,
  type DisplayState,
  LEAD_ORDERS,
  LEDGER_BASES,
  PAGE_FORMS,
  PAPER_COLOURS,
  PAPER_GAINS,
  PAPER_SPEEDS,
  THEMES,
} from './displayState';

const KEY = 'protoecg.display';

/** How the page looks to a new reader. */
export const DEFAULT_DISPLAY: DisplayState = {
  layout: 'automatic',
  pageForm: 'page',
  leadOrder: 'standard',
  rhythmLead: 'II',
  paperSpeedMmPerSecond: 25,
  gainMmPerMv: 10,
  signal: 'recorded',
  calibrations: [],
  theme: 'system',
  paperColours: 'ecg',
  isNoteRead: false,
  caseOrder: 'contribution',
  ledgerBase: 'zero',
  caseView: 'beside',
};

const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));

const calibrationSchema = v.object({
  pixelsPerMm: positive,
  screen: v.object({ width: positive, height: positive, devicePixelRatio: positive, zoom: positive, pinch: v.literal(1) }),
});

/**
 * For every field of the display, whether the browser keeps it and in what shape. A new field has no default here: the
 * compiler asks. Recordings, their names and what was computed from them are never kept.
 */
const KEPT = {
  // Kept for good, a layout chosen once would never again give way to the one that shows the evidence.
  layout: null,
  pageForm: v.picklist(PAGE_FORMS),
  leadOrder: v.picklist(LEAD_ORDERS),
  rhythmLead: v.picklist(STANDARD_LEADS),
  paperSpeedMmPerSecond: v.picklist(PAPER_SPEEDS),
  gainMmPerMv: v.picklist(PAPER_GAINS),
  // Every ECG is first read as it was recorded.
  signal: null,
  calibrations: v.array(calibrationSchema),
  theme: v.picklist(THEMES),
  paperColours: v.picklist(PAPER_COLOURS),
  isNoteRead: v.boolean(),
  caseOrder: v.picklist(CASE_ORDERS),
  ledgerBase: v.picklist(LEDGER_BASES),
  caseView: v.picklist(CASE_VIEWS),
} satisfies { [Field in keyof DisplayState]: v.GenericSchema<unknown, DisplayState[Field]> | null };

const keptFields = Object.entries(KEPT).flatMap(([field, schema]) => (schema === null ? [] : [{ field, schema }]));

/** Reads the kept preferences. What is absent, unreadable or from another version gives way to the default, field by field. */
export function readPreferences(storage: PreferenceStorage): DisplayState {
  const stored = readObject(storage);
  const valid = keptFields.flatMap(({ field, schema }) => {
    const parsed = v.safeParse(schema, stored[field]);
    return parsed.success ? [[field, parsed.output] as const] : [];
  });
  return { ...DEFAULT_DISPLAY, ...Object.fromEntries(valid) };
}

/** Writes the kept preferences. @throws whatever the storage throws, for example when it is full or forbidden. */
export function writePreferences(storage: PreferenceStorage, display: DisplayState): void {
  const kept = keptFields.map(({ field }) => [field, display[field as keyof DisplayState]] as const);
  storage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)));
}

function readObject(storage: PreferenceStorage): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(storage.getItem(KEY) ?? '{}');
    return v.is(v.record(v.string(), v.unknown()), parsed) ? parsed : {};
  } catch {
    // Forbidden storage or damaged text: the page looks as it does to a new reader, and the next write tells of a failure.
    return {};
  }
}
