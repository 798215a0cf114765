import { useAppState } from '../AppStoreContext';
import { PaperSettings } from '../paper/PaperSettings';
import { text } from '../text';

/** Which model will read the next ECG and how it will be drawn, each in a line. */
export function StartFacts() {
  const pack = useAppState((state) => state.pack);
  const display = useAppState((state) => state.display);
  const backend = pack.status === 'ready' ? text.backend.name(pack.pack.backend.backend) : null;
  const scale = text.paper.scale(display.paperSpeedMmPerSecond, display.gainMmPerMv);
  return (
    <div className="start-facts">
      <p>
        <strong>{text.start.model}</strong> {text.start.modelReads(pack, backend)}
      </p>
      <p>
        <strong>{text.start.display}</strong>{' '}
        {text.start.displayed(scale, text.paper.pageFormName(display.pageForm), display.theme)}
      </p>
      <PaperSettings />
    </div>
  );
}
