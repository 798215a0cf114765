import { pathToFileURL } from 'node:url';
import { ledgerFileSchema } from '../src/explanation/ledgerFile';

/** What of a valibot schema its JSON Schema is made of. */
interface SchemaNode {
  readonly type: string;
  readonly pipe?: readonly SchemaNode[];
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly item?: SchemaNode;
  readonly items?: readonly SchemaNode[];
  readonly wrapped?: SchemaNode;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly requirement?: unknown;
  readonly description?: string;
  readonly title?: string;
}

type JsonSchema = Record<string, unknown>;

/**
 * The JSON Schema (draft 2020-12) that says what a valibot schema says. A part with a title stands once, under `$defs`.
 *
 * @throws Error at a part that it has no words for, so that none is left out in silence.
 */
export function toJsonSchema(root: SchemaNode): JsonSchema {
  const parts: Record<string, JsonSchema> = {};

  function convert({ pipe, ...schema }: SchemaNode): JsonSchema {
    if (!pipe) return convertSchema(schema);
    const [base, ...actions] = pipe;
    const name = actions.find(({ type }) => type === 'title')?.title;
    if (name !== undefined && name in parts) return { $ref: `#/$defs/${name}` };
    const rules = actions.filter(({ type }) => type !== 'title').map((action) => convertAction(base!.type, action));
    const converted: JsonSchema = Object.assign({}, convert(base!), ...rules);
    if (name === undefined) return converted;
    parts[name] = converted;
    return { $ref: `#/$defs/${name}` };
  }

  function convertSchema(schema: SchemaNode): JsonSchema {
    switch (schema.type) {
      case 'string':
      case 'number':
      case 'boolean':
        return { type: schema.type };
      case 'literal':
        return { const: schema.literal };
      case 'picklist':
        return { enum: schema.options };
      case 'nullable':
        return { anyOf: [convert(schema.wrapped!), { type: 'null' }] };
      case 'variant':
        return { oneOf: (schema.options as readonly SchemaNode[]).map(convert) };
      case 'array':
        return { type: 'array', items: convert(schema.item!) };
      case 'strict_tuple':
        return { type: 'array', prefixItems: schema.items!.map(convert), items: false, minItems: schema.items!.length };
      case 'strict_object': {
        const properties = Object.fromEntries(Object.entries(schema.entries!).map(([name, entry]) => [name, convert(entry)]));
        return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
      }
      default:
        throw new Error(`The schema has a part of the kind ${schema.type}, which has no counterpart here.`);
    }
  }

  const converted = convert(root);
  return Object.keys(parts).length === 0 ? converted : { ...converted, $defs: parts };
}

function convertAction(of: string, { type, requirement, description }: SchemaNode): JsonSchema {
  switch (type) {
    case 'description':
      return { description };
    case 'finite':
      // JSON knows no other numbers.
      return {};
    case 'integer':
      return { type: 'integer' };
    case 'min_value':
      return { minimum: requirement };
    case 'max_value':
      return { maximum: requirement };
    case 'gt_value':
      return { exclusiveMinimum: requirement };
    case 'min_length':
      return { [of === 'array' ? 'minItems' : 'minLength']: requirement };
    case 'regex':
      return { pattern: (requirement as RegExp).source };
    case 'iso_timestamp':
      return { format: 'date-time' };
    default:
      throw new Error(`The schema has a rule of the kind ${type}, which has no counterpart here.`);
  }
}

/** The schema of ledger files, as `docs/ledger.schema.json` keeps it. */
export function toLedgerSchemaFile(): string {
  const head = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'ProtoECG ledger',
    description: 'An ECG, what a ProtoECGNet model computed of it, and the whole sum behind one statement.',
  };
  const schema = toJsonSchema(ledgerFileSchema as unknown as SchemaNode);
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;
}

// npx tsx tools/ledgerSchema.ts > docs/ledger.schema.json
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.stdout.write(toLedgerSchemaFile());
