// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { findRateCommand, isFree, type RateCommand } from './rateKeys';

const none = { ctrlKey: false, metaKey: false, altKey: false, repeat: false };

it('knows the keys, letter case aside, and leaves what is held with a modifier or held down', () => {
  expect(findRateCommand({ ...none, key: '0' })).toEqual({ kind: 'digit', digit: 0 });
  expect(findRateCommand({ ...none, key: '7' })).toBeUndefined();
  expect(findRateCommand({ ...none, key: 'ArrowUp' })).toEqual({ kind: 'move', by: -1 });
  expect(findRateCommand({ ...none, key: 'N' })).toEqual({ kind: 'next' });
  expect(findRateCommand({ ...none, key: '?' })).toEqual({ kind: 'help' });
  expect(findRateCommand({ ...none, key: 'Tab' })).toBeUndefined();
  for (const held of ['ctrlKey', 'metaKey', 'altKey', 'repeat']) expect(findRateCommand({ ...none, key: 'n', [held]: true })).toBeUndefined();
});

it('acts neither where keys are typed nor where a control has its own', () => {
  document.body.innerHTML = `
    <input id="text"><input id="radio" type="radio"><textarea id="area"></textarea><p id="words"></p>
    <button><svg id="icon"></svg></button><div role="listbox"><div id="option" role="option"></div></div><div class="paper-scroll" id="paper"></div>`;
  const free = (id: string, command: RateCommand) => isFree(command, document.getElementById(id)!);
  const next: RateCommand = { kind: 'next' };
  const move: RateCommand = { kind: 'move', by: 1 };
  const enter: RateCommand = { kind: 'enter' };
  const ids = ['text', 'radio', 'area', 'words', 'icon', 'option', 'paper'];
  expect(ids.filter((id) => free(id, next))).toEqual(['radio', 'words', 'icon', 'option', 'paper']);
  expect(ids.filter((id) => free(id, move))).toEqual(['radio', 'words', 'icon']);
  expect(ids.filter((id) => free(id, enter))).toEqual(['radio', 'words', 'paper']);
});
