import { expect, it } from 'vitest';
import { createPolicy } from './contentSecurityPolicy';

it('lets the page talk to its own origin alone', () => {
  expect(createPolicy(undefined)).toContain("connect-src 'self';");
  expect(createPolicy('')).toContain("connect-src 'self';");
});

it('lets it talk to the study server that the host names, and to no other', () => {
  expect(createPolicy('https://couch.example.org')).toContain("connect-src 'self' https://couch.example.org;");
  expect(createPolicy('http://localhost:5984')).toContain("connect-src 'self' http://localhost:5984;");
});

it.each(['*', 'https:', 'https://couch.example.org/study', 'http://couch.example.org', "https://a.example; script-src *", 'https://a.example https://b.example'])(
  'refuses “%s”, which is not one safe origin',
  (address) => expect(() => createPolicy(address)).toThrow(`not “${address}”`),
);
