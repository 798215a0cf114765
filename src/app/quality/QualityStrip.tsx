import { ChevronDown } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { QualityFinding } from '../../signal/quality/quality';
import { SEVERITY_WORDS, toQualityTitle } from '../../signal/quality/qualityWords';
import { useAppState } from '../AppStoreContext';
import { QualityDetails } from './QualityDetails';
import './quality.css';
import { qualityText } from './qualityText';
import { SeverityIcon } from './SeverityIcon';

/** So many findings stand in the strip itself; the others are one press away. */
const MOST = 3;

/** The quality of the open recording's signal in one line, and the reasons on request. */
export function QualityStrip() {
  const measurements = useAppState((state) => state.measurements);
  if (measurements.status === 'empty') return null;
  return (
    <section className="quality-strip" aria-labelledby="quality-title">
      <h2 id="quality-title">{qualityText.title}</h2>
      {measurements.status === 'measuring' && <p className="quiet">{qualityText.measuring}</p>}
      {measurements.status === 'failed' && <p className="quiet">{qualityText.unknown}</p>}
      {measurements.status === 'ready' && <Findings findings={measurements.measured.quality.findings} />}
    </section>
  );
}

function Findings({ findings }: { readonly findings: readonly QualityFinding[] }) {
  if (findings.length === 0) return <p className="quiet">{qualityText.fine}</p>;
  const shown = findings.slice(0, MOST);
  return (
    <>
      <ul>
        {shown.map((finding) => {
          const title = toQualityTitle(finding);
          return (
            <li key={title} data-severity={finding.severity}>
              <SeverityIcon severity={finding.severity} />
              <span>
                <span className="quality-what">{title}</span> <span className="quality-severity">{SEVERITY_WORDS[finding.severity]}</span>
              </span>
            </li>
          );
        })}
        {findings.length > shown.length && <li className="quiet">{qualityText.more(findings.length - shown.length)}</li>}
      </ul>
      <DialogTrigger>
        <Button className="button">
          {qualityText.details}
          <ChevronDown aria-hidden="true" size={16} />
        </Button>
        <Popover className="popover" placement="bottom end">
          <Dialog className="card quality-details">
            <QualityDetails findings={findings} />
          </Dialog>
        </Popover>
      </DialogTrigger>
    </>
  );
}
