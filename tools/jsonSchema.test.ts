import { expect, it } from 'vitest';
import * as v from 'valibot';
import { toJsonSchema } from './jsonSchema';

it('a rule that JSON Schema has no word for here is refused, not left out', () => {
  expect(() => toJsonSchema(v.pipe(v.string(), v.email()) as never)).toThrow('email');
  expect(() => toJsonSchema(v.date() as never)).toThrow('date');
});

it('a titled part stands once, whatever the number of its uses', () => {
  const part = v.pipe(v.strictObject({ a: v.nullable(v.number()) }), v.title('part'));
  expect(toJsonSchema(v.strictTuple([part, part]) as never)).toEqual({
    type: 'array',
    prefixItems: [{ $ref: '#/$defs/part' }, { $ref: '#/$defs/part' }],
    items: false,
    minItems: 2,
    $defs: {
      part: {
        type: 'object',
        properties: { a: { anyOf: [{ type: 'number' }, { type: 'null' }] } },
        required: ['a'],
        additionalProperties: false,
      },
    },
  });
});

it('what may be missing is not required, and names can be bound to a list', () => {
  const schema = v.strictObject({ a: v.exactOptional(v.string()), b: v.record(v.picklist(['x', 'y']), v.union([v.number(), v.literal('none')])) });
  expect(toJsonSchema(schema as never)).toEqual({
    type: 'object',
    properties: {
      a: { type: 'string' },
      b: {
        type: 'object',
        propertyNames: { enum: ['x', 'y'] },
        additionalProperties: { anyOf: [{ type: 'number' }, { const: 'none' }] },
      },
    },
    required: ['b'],
    additionalProperties: false,
  });
});
