import { useCallback, useId } from 'react';
import { type CaseStripContent, type CaseStripLayout, drawCaseStrip } from './caseStrip';
import { Mark } from './marks/Mark';
import { type Paper, pixelsOf } from './paper';
import './paper.css';

interface CaseStripProps {
  readonly content: CaseStripContent;
  readonly layout: CaseStripLayout;
  readonly paper: Paper;
  /** What the strip shows, for assistive technology. */
  readonly title: string;
}

/** A case in two rows: leads of this ECG above the same leads of the prototype, on one paper. */
export function CaseStrip({ content, layout, paper, title }: CaseStripProps) {
  const id = useId();
  const width = pixelsOf(paper, layout.widthMm);
  const height = pixelsOf(paper, layout.heightMm);
  return (
    <svg className="case-strip" role="img" aria-label={title} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <Mark draw={useCallback(() => drawCaseStrip(id, content, layout, paper), [id, content, layout, paper])} />
    </svg>
  );
}
