import { useLayoutEffect, useRef } from 'react';

interface MarkProps {
  /** Makes the mark's node; the same function, as long as the same node is meant. */
  draw(): SVGElement;
}

/** The door between React and d3: an empty `<g>` that holds what `draw` returns, and lets go of it when it changes. */
export function Mark({ draw }: MarkProps) {
  const holder = useRef<SVGGElement>(null);
  useLayoutEffect(() => {
    const node = draw();
    holder.current!.append(node);
    return () => node.remove();
  }, [draw]);
  return <g ref={holder} />;
}
