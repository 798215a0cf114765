import * as v from 'valibot';
import { Problem } from '../ecg/problem';
import { toQuote } from '../ecg/quote';

/** A kind of JSON file that this program writes: the word that it is known by, its version and what it holds. */
export interface VersionedFormat<Schema> {
  /** What a sentence calls such a file: “explanation”. */
  readonly noun: string;
  readonly format: string;
  readonly version: number;
  readonly schema: Schema;
}

type AnySchema = v.GenericSchema<unknown, unknown>;

/** The text of a file that says it is of a format, complete or not, judged by content alone; undefined for every other. */
export function findFormatText(bytes: Uint8Array, format: string): string | undefined {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  if (!start.startsWith('{')) return undefined;
  const text = new TextDecoder().decode(bytes);
  return new RegExp(`"format"\\s*:\\s*"${format}"`).test(text) ? text : undefined;
}

/**
 * Reads a JSON file of a format.
 *
 * @throws Problem where the text is no JSON or breaks off, where it is of another program or of a newer version, and
 *   where a field is missing, unknown or holds what cannot be; its place is named and its value quoted.
 */
export function readVersioned<Schema extends AnySchema>(
  text: string,
  { noun, format, version, schema }: VersionedFormat<Schema>,
): v.InferOutput<Schema> {
  const json = parse(text, noun);
  const head = v.safeParse(v.looseObject({ format: v.string(), formatVersion: v.optional(v.number(), version) }), json);
  if (!head.success) throw new Problem(`This file is no ${noun}: it does not say which format it has.`);
  if (head.output.format !== format) {
    throw new Problem(`This file is no ${noun}: its format is ${toQuote(head.output.format)} instead of “${format}”.`);
  }
  if (head.output.formatVersion > version) {
    throw new Problem(
      `This ${noun} has the format version ${head.output.formatVersion}, and this page reads version ${version}: open it with a newer page.`,
    );
  }
  const parsed = v.safeParse(schema, json, { abortEarly: true });
  if (!parsed.success) throw new Problem(`This ${noun} is damaged: ${toFault(parsed.issues[0])}.`);
  return parsed.output;
}

function parse(text: string, noun: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(`This ${noun} is damaged: the file breaks off or is no JSON.`);
  }
}

function toFault(issue: v.BaseIssue<unknown>): string {
  const place = v.getDotPath(issue) ?? 'the file';
  if (issue.expected === 'never') return `${place} is unknown`;
  if (issue.received === 'undefined') return `${place} is missing`;
  // Of a text or a list that is too short or too long valibot quotes the length.
  if (issue.type.endsWith('_length')) return `${place} cannot have the length ${issue.received}`;
  return `${place} cannot be ${toQuote(issue.received)}`;
}
