import type { Ecg } from '../../ecg';
import { toListing } from '../../listing';
import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import type { StatedFacts } from '../../statedFacts';
import { findObject, type JsonObject } from '../jsonText';
import { toPartlyToldEcg } from '../partlyTold';
import { findRateHz } from './facts';
import { findTables } from './tables';

/** What a file is, for sentences. */
export interface PlainFile {
  readonly name: string;
  readonly format: string;
  /** What else would tell what the file does not say. */
  readonly advice?: string;
}

/** Objects that hold what is said of a recording, whatever the key that its samples stand under. */
const ABOUT = /^(?:ecg|record|recording|meta_?data|meta|header|info|attributes|attrs)$/i;

const FEWEST_LEADS = 8;

/**
 * The 12-lead ECG in a file without a standard of its own: an object of numbers, lists, texts and objects, as JSON and
 * MATLAB files hold them. Its samples are looked for in the file and in the objects in it; sampling rate, unit and names of
 * leads beside them, in the file itself and in an object named "metadata", "header" or the like.
 * @throws NeedsFacts where it does not say them. Problem where it holds no samples or several recordings.
 */
export function toPlainEcg(root: unknown, file: PlainFile, stated: StatedFacts): Ecg {
  const { name, format, advice } = file;
  const whole = findObject(root) ?? { '': root };
  const children = Object.entries(whole).flatMap(([key, value]) => {
    const object = findObject(value);
    return object && object.numbers === undefined ? [{ key, object }] : [];
  });
  const found = [{ key: '', object: whole }, ...children].flatMap(({ key, object }) =>
    findTables(object, name).map((table) => ({ ...table, path: [key, table.place].filter(Boolean).join('.'), scope: object })),
  );
  // Tables of beats and the like are narrow; a narrow one is told of only where it is all there is.
  const wide = found.filter(({ leadCount }) => leadCount >= FEWEST_LEADS);
  const tables = wide.length > 0 ? wide : found;
  const [table, ...others] = tables;
  if (!table) throw new Problem(`${name} holds no table of numbers that could be an ECG.`);
  if (others.length > 0) {
    const places = tables.map(({ path }) => toQuote(path || 'the file itself'));
    throw new Problem(`${name} holds ${tables.length} tables of numbers (${toListing(places)}), so it is unclear which is the ECG.`);
  }
  const about = children.filter(({ key }) => ABOUT.test(key)).map(({ object }) => object);
  const scopes: readonly JsonObject[] = [...new Set([whole, ...about, table.scope])];
  return toPartlyToldEcg(
    {
      name,
      format,
      samplingRateHz: findRateHz(scopes, name),
      leads: table.toLeads(scopes),
      stepName: 'unit',
      scaleField: 'the unit that the file gives',
      ...(advice !== undefined && { advice }),
    },
    stated,
  );
}
