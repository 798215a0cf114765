import { toQualityTitle } from '../../signal/quality/qualityWords';
import { findQualityOfShown } from '../../store/shownQuality';
import { useAppState } from '../AppStoreContext';
import { reportText } from './reportText';

/** What was found in the signal, a line each, worst first. */
export function ReportQuality() {
  const quality = useAppState(findQualityOfShown);
  if (quality === null) return null;
  const titles = quality.findings.map(toQualityTitle);
  return (
    <div className="report-quality">
      <h3>{reportText.signal}</h3>
      {titles.length === 0 ? <p>{reportText.signalFine}</p> : titles.map((title) => <p key={title}>{title}</p>)}
    </div>
  );
}
