import { Monitor, Moon, Sun } from 'lucide-react';
import { Button } from 'react-aria-components';
import { type Theme, THEMES } from '../../store/displayState';
import { About } from './About';
import { useActions, useAppState } from '../AppStoreContext';
import { BackendChip } from './BackendChip';
import { ModelChip } from './ModelChip';
import { ModeSwitch } from './ModeSwitch';
import { PackSelect } from './PackSelect';
import { text } from '../text';

const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon } satisfies Record<Theme, unknown>;

/** The head of the page: its name, the model and the backend that serve, what to do with them, and the colours. */
export function Header() {
  const theme = useAppState(({ display }) => display.theme);
  const { changeDisplay } = useActions();
  const Icon = THEME_ICONS[theme];
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!;
  return (
    <header className="header">
      <h1>{text.appName}</h1>
      <PackSelect />
      <ModelChip />
      <BackendChip />
      <ModeSwitch />
      <Button
        className="icon-button theme-button"
        aria-label={text.header.theme(theme)}
        onPress={() => changeDisplay({ theme: next })}
      >
        <Icon aria-hidden="true" size={18} />
      </Button>
      <About />
    </header>
  );
}
