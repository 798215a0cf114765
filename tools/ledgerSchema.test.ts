import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { toJsonSchema, toLedgerSchemaFile } from './ledgerSchema';

it('docs/ledger.schema.json says what the program reads and writes', () => {
  // To renew it: npx tsx tools/ledgerSchema.ts > docs/ledger.schema.json
  expect(readFileSync(new URL('../docs/ledger.schema.json', import.meta.url), 'utf8')).toBe(toLedgerSchemaFile());
});

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
