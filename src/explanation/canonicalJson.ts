/**
 * A value as the one text that the JSON Canonicalization Scheme (RFC 8785) gives it: no spaces, keys in the order of
 * their UTF-16 code units, numbers as ECMAScript writes them. Whoever formats a file anew does not change this.
 *
 * @param value what `JSON.parse` returns.
 */
export function toCanonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toCanonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${toCanonicalJson(field)}`).join(',')}}`;
}
