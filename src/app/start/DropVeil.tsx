import { text } from '../text';

/** Covers the page while files hover over it, so that it is plain that they may be dropped anywhere. */
export function DropVeil() {
  return (
    <div className="drop-veil" aria-hidden="true">
      <p>{text.start.dropNow}</p>
    </div>
  );
}
