import { Download } from 'lucide-react';
import { useRef } from 'react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import type { FigurePart } from '../../viewer/export/figureFile';
import { text } from '../text';
import './saveFigure.css';
import { type FigureFormat, useFigureSaving } from './useFigureSaving';

/** A figure that can be saved. */
export interface SavableFigure {
  /** In the file's name: `time-ledger`. */
  readonly id: string;
  /** What the reader calls it, and over it in the file. */
  readonly name: string;
  /** Its pictures as they are now, looked for in the part of the page that the button stands in. */
  readonly findParts: (panel: Element) => readonly FigurePart[] | Promise<readonly FigurePart[]>;
  /** What else is to be read below it. */
  readonly findNotes?: (panel: Element) => readonly string[];
}

interface SaveFigureProps {
  readonly figures: readonly SavableFigure[];
  /** Selects the part of the page that the figures are in; the button stands in it. */
  readonly panel: string;
}

const FORMATS = ['svg', 'png'] as const satisfies readonly FigureFormat[];

/** A small menu that saves a figure, or one of a few, as a file. */
export function SaveFigure({ figures, panel }: SaveFigureProps) {
  const place = useRef<HTMLSpanElement>(null);
  const save = useFigureSaving();
  const find = (): Element => place.current!.closest(panel)!;
  return (
    <span ref={place} className="save-figure">
      <MenuTrigger>
        <Button className="button" aria-label={text.figures.saveOf(figures.map(({ name }) => name).join(', '))}>
          <Download aria-hidden="true" size={14} />
          <span className="wide-only">{text.figures.save}</span>
        </Button>
        <Popover className="popover menu" placement="bottom end">
          <Menu
            aria-label={text.figures.formats}
            onAction={(key) => {
              const [id, format] = String(key).split('.') as [string, FigureFormat];
              void save(figures.find((figure) => figure.id === id)!, find(), format);
            }}
          >
            {figures.map(({ id, name }) => (
              <MenuSection key={id}>
                <Header>{name}</Header>
                {FORMATS.map((format) => (
                  <MenuItem key={format} id={`${id}.${format}`} textValue={`${name} ${format}`}>
                    {text.figures[format]}
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </span>
  );
}
