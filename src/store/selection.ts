import type { StoreContext } from './context';
import { shownExplanation } from './shownExplanation';
import type { PrototypeKey } from '../explanation/prototypeKey';

/** Chooses a statement and, of its prototypes, the one that contributes most. */
export function selectStatement({ store }: StoreContext, code: string): void {
  store.setState({ selection: { status: 'statement', code, prototype: null } });
  const explained = shownExplanation(store.getState());
  const top = explained.status === 'ready' ? explained.explanation.contributions[0] : undefined;
  if (top) store.setState({ selection: { status: 'statement', code, prototype: { branch: top.branch, index: top.index } } });
}

/** Marks another prototype of the chosen statement. */
export function selectPrototype({ store }: StoreContext, prototype: PrototypeKey): void {
  const { selection } = store.getState();
  if (selection.status === 'statement') store.setState({ selection: { ...selection, prototype } });
}
