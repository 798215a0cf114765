// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Problem } from '../../ecg/problem';
import type { AppStore } from '../../store/appStore';
import { createTestPrediction } from '../../store/fixtures/testPack';
import { one } from '../../store/fixtures/testPage';
import { createTestWorld, droppedFile, testEcg } from '../../store/fixtures/testWorld';
import { answer } from '../fixtures/answer';
import { findNamed } from '../fixtures/findNamed';
import { openApp } from '../fixtures/openApp';
import { press } from '../fixtures/press';
import { closePage } from '../fixtures/renderPage';
import { stubBrowser } from '../fixtures/stubBrowser';

beforeEach(() => stubBrowser());

afterEach(() => {
  closePage();
  vi.unstubAllGlobals();
});

/** A page with the recordings a and c, read, and b.txt, refused; a is open and computed. */
async function openThree(): Promise<AppStore> {
  const world = createTestWorld();
  const page = await openApp(world);
  await answer(() => world.loads[0]!.resolve(one));
  await answer(() => void page.actions.openFiles(['a.hea', 'b.txt', 'c.hea'].map((name) => droppedFile(name))));
  await answer(() => world.reads[0]!.resolve(testEcg(1)));
  await answer(() => world.predictions[0]!.resolve(createTestPrediction(one)));
  const rest = () => answer(() => world.idleMoments.splice(0).forEach((end) => end()));
  for (let turn = 0; turn < 3; turn++) await rest();
  await answer(() => world.reads[1]!.reject(new Problem('b.txt seems to be plain text.')));
  for (let turn = 0; turn < 3; turn++) await rest();
  await answer(() => world.reads[2]!.resolve(testEcg(2)));
  return page;
}

const rows = () => [...document.querySelectorAll('.worklist [role=row]')];
const openName = () => document.querySelector('.worklist [aria-selected=true] .worklist-name')!.textContent;
const pressKey = (key: string, target: EventTarget = document.body) =>
  answer(() => target.dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true, bubbles: true, cancelable: true })));

it('tells of each recording how far it is', async () => {
  await openThree();
  expect(rows().map((row) => [...row.querySelectorAll('.worklist-name, .worklist-state')].map((part) => part.textContent))).toEqual([
    ['a.hea', 'predicted AFIB 96 %'],
    ['b.txt', 'b.txt seems to be plain text.'],
    ['c.hea', 'computing'],
  ]);
  expect(document.querySelector('.worklist-place')!.textContent).toBe('1 of 3');
});

it('steps by keys over what was refused, but not while the reader types', async () => {
  await openThree();
  await pressKey('ArrowDown', document.querySelector('.search input')!);
  expect(openName()).toBe('a.hea');
  await pressKey('ArrowDown');
  expect(openName()).toBe('c.hea');
  expect(document.querySelector('.read > [role=status]')!.textContent).toBe('c.hea, 3 of 3, is open.');
  await pressKey('ArrowDown');
  expect(openName()).toBe('c.hea');
  await pressKey('ArrowUp');
  expect(openName()).toBe('a.hea');
});

it('closes one recording and brings it back', async () => {
  await openThree();
  await press(findNamed('button', 'Close a.hea'));
  expect(openName()).toBe('c.hea');
  expect(document.querySelector('.notices')!.textContent).toContain('Closed: a.hea.');
  await press(findNamed('button', 'Undo'));
  expect(openName()).toBe('a.hea');
  expect(rows()).toHaveLength(3);
});

it('is not there for one recording alone', async () => {
  const page = await openThree();
  await answer(() => void page.actions.closeEntry(3));
  await answer(() => void page.actions.closeEntry(2));
  expect(document.querySelector('.worklist')).toBeNull();
  expect(document.querySelector('svg[role=img]')).not.toBeNull();
});

it('stands on the start page where no file can be read', async () => {
  const world = createTestWorld({ readEcg: ([file]) => Promise.reject(new Problem(`${file!.name} is empty.`)) });
  const page = await openApp(world);
  await answer(() => void page.actions.openFiles(['a', 'b'].map((name) => droppedFile(name))));
  expect(document.querySelector('[role=alert]')!.textContent).toBe('None of these files can be read.');
  expect(rows().map((row) => row.querySelector('.worklist-state')!.textContent)).toEqual(['a is empty.', 'b is empty.']);
});
