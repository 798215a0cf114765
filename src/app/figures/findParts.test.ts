// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { findParts } from './findParts';

it('finds pictures with their captions, in which several names are kept apart', () => {
  const panel = document.createElement('div');
  panel.innerHTML =
    '<svg class="a"></svg>' +
    '<figure><figcaption>Evidence <b>in</b> time. Two sentences.</figcaption><svg class="a"></svg></figure>' +
    '<figure><figcaption><span><strong>This ECG</strong> 1–2 s</span><span>Prototype 3–4 s</span></figcaption><svg class="a"></svg><svg></svg></figure>';
  expect(findParts(panel, 'svg.a').map(({ caption }) => caption)).toEqual([
    null,
    'Evidence in time. Two sentences.',
    'This ECG 1–2 s; Prototype 3–4 s',
  ]);
});
