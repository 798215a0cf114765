import type { Sheet } from './layout';
import { toLeadLabel } from './leadOrder';
import { type Paper, pixelsOf } from './paper';
import { NAME_MM } from './sheetMarks';
import './LeadNames.css';

interface LeadNamesProps {
  readonly sheet: Sheet;
  readonly paper: Paper;
}

/** Room for a name above and below its baseline, and for the longest one, in CSS pixels. */
const ROOM = { above: 14, below: 4, width: 40 };

/**
 * The names of the leads over a sheet that scrolls, drawn exactly where it bears them: each stays at the left edge of the
 * window while its strip is in sight. For the eye alone: the sheet itself names its leads.
 */
export function LeadNames({ sheet, paper }: LeadNamesProps) {
  const indent = pixelsOf(paper, NAME_MM.x);
  return (
    <div className="lead-names" aria-hidden>
      {sheet.strips.map((strip) => (
        <div
          key={`${strip.xMm} ${strip.yMm}`}
          style={{
            left: pixelsOf(paper, strip.xMm),
            top: pixelsOf(paper, strip.baselineMm - NAME_MM.y) - ROOM.above,
            width: pixelsOf(paper, strip.widthMm),
          }}
        >
          <svg width={indent + ROOM.width} height={ROOM.above + ROOM.below}>
            <text className="paper-label paper-lead" x={indent} y={ROOM.above}>
              {toLeadLabel(strip)}
            </text>
          </svg>
        </div>
      ))}
    </div>
  );
}
