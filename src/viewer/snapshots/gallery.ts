import '../tokens.css';

/** The snapshots as text: they follow the colours of the page only inside it. */
const snapshots = import.meta.glob<string>('./*.svg', { query: '?raw', import: 'default', eager: true });

const THEMES = ['light', 'dark'] as const;

function createFigure([path, svg]: [string, string]): HTMLElement {
  const figure = document.createElement('figure');
  const caption = document.createElement('figcaption');
  caption.textContent = path.replace('./', '');
  // A shadow root each: ids and styles of one figure are not those of another; the colours are the page's.
  const holder = document.createElement('div');
  holder.attachShadow({ mode: 'open' }).innerHTML = svg.replaceAll(':root', ':host').replace('color-scheme: light dark;', '');
  figure.append(caption, holder);
  return figure;
}

function createThemeButton(theme: (typeof THEMES)[number]): HTMLButtonElement {
  const button = document.createElement('button');
  button.textContent = theme;
  button.addEventListener('click', () => (document.documentElement.dataset['theme'] = theme));
  return button;
}

document.querySelector('nav')!.append(...THEMES.map(createThemeButton));
document.querySelector('main')!.append(...Object.entries(snapshots).map(createFigure));
