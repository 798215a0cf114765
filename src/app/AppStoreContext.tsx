import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Actions, AppStore } from '../store/appStore';
import type { AppState } from '../store/state';

const AppStoreContext = createContext<AppStore | null>(null);

/** Hands the page's store down to every component in it. */
export const AppStoreProvider = AppStoreContext.Provider;

/** What `select` finds in the page's state; the component is drawn anew when it changes. */
export function useAppState<T>(select: (state: AppState) => T): T {
  return useStore(usePage().store, select);
}

/** What the reader can do on the page. */
export function useActions(): Actions {
  return usePage().actions;
}

function usePage(): AppStore {
  const page = useContext(AppStoreContext);
  if (!page) throw new Error('A component of the page stands outside of its AppStoreProvider.');
  return page;
}
