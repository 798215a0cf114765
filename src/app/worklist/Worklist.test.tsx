// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Problem } from '../../ecg/problem';
import { type AppStore, createAppStore } from '../../store/appStore';
import { createTestPrediction } from '../../store/fixtures/testPack';
import { one } from '../../store/fixtures/testPage';
import { createTestWorld, droppedFile, settle, type TestWorld, testEcg } from '../../store/fixtures/testWorld';
import { App } from '../App';
import { AppStoreProvider } from '../AppStoreContext';

let unmount: () => void;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
  vi.stubGlobal('ResizeObserver', class { observe = vi.fn(); unobserve = vi.fn(); disconnect = vi.fn(); });
});

afterEach(() => {
  act(() => unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

async function answer(happen: () => void): Promise<void> {
  await act(async () => {
    happen();
    await settle();
  });
}

async function openPage(world: TestWorld): Promise<AppStore> {
  const page = createAppStore(world.deps);
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  unmount = () => root.unmount();
  await answer(() => {
    root.render(
      <AppStoreProvider value={page}>
        <App />
      </AppStoreProvider>,
    );
    void page.actions.openPacks(null);
  });
  return page;
}

/** A page with the recordings a and c, read, and b.txt, refused; a is open and computed. */
async function openThree(): Promise<AppStore> {
  const world = createTestWorld();
  const page = await openPage(world);
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
const press = (key: string, target: EventTarget = document.body) =>
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
  await press('ArrowDown', document.querySelector('.search input')!);
  expect(openName()).toBe('a.hea');
  await press('ArrowDown');
  expect(openName()).toBe('c.hea');
  expect(document.querySelector('.read > [role=status]')!.textContent).toBe('c.hea, 3 of 3, is open.');
  await press('ArrowDown');
  expect(openName()).toBe('c.hea');
  await press('ArrowUp');
  expect(openName()).toBe('a.hea');
});

it('closes one recording and brings it back', async () => {
  await openThree();
  const find = (name: string) => [...document.querySelectorAll('button')].find((button) => (button.ariaLabel ?? button.textContent) === name)!;
  await answer(() => find('Close a.hea').click());
  expect(openName()).toBe('c.hea');
  expect(document.querySelector('.notices')!.textContent).toContain('Closed: a.hea.');
  await answer(() => find('Undo').click());
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
  const page = await openPage(world);
  await answer(() => void page.actions.openFiles(['a', 'b'].map((name) => droppedFile(name))));
  expect(document.querySelector('[role=alert]')!.textContent).toBe('None of these files can be read.');
  expect(rows().map((row) => row.querySelector('.worklist-state')!.textContent)).toEqual(['a is empty.', 'b is empty.']);
});
