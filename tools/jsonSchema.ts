/** What of a valibot schema its JSON Schema is made of. */
export interface SchemaNode {
  readonly type: string;
  readonly pipe?: readonly SchemaNode[];
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly item?: SchemaNode;
  readonly key?: SchemaNode;
  readonly value?: SchemaNode;
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
      case 'exact_optional':
        // That it can be missing is said where it stands.
        return convert(schema.wrapped!);
      case 'union':
        return { anyOf: (schema.options as readonly SchemaNode[]).map(convert) };
      case 'variant':
        return { oneOf: (schema.options as readonly SchemaNode[]).map(convert) };
      case 'array':
        return { type: 'array', items: convert(schema.item!) };
      case 'strict_tuple':
        return { type: 'array', prefixItems: schema.items!.map(convert), items: false, minItems: schema.items!.length };
      case 'record':
        return { type: 'object', propertyNames: convert(schema.key!), additionalProperties: convert(schema.value!) };
      case 'strict_object': {
        const entries = Object.entries(schema.entries!);
        const properties = Object.fromEntries(entries.map(([name, entry]) => [name, convert(entry)]));
        const required = entries.filter(([, { type }]) => type !== 'exact_optional').map(([name]) => name);
        return { type: 'object', properties, required, additionalProperties: false };
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
    case 'max_length':
      return { [of === 'array' ? 'maxItems' : 'maxLength']: requirement };
    case 'url':
      return { format: 'uri' };
    case 'regex':
      return { pattern: (requirement as RegExp).source };
    case 'iso_timestamp':
      return { format: 'date-time' };
    default:
      throw new Error(`The schema has a rule of the kind ${type}, which has no counterpart here.`);
  }
}
