import { TriangleAlert } from 'lucide-react';
import { toQualityTitle } from '../../signal/quality/qualityWords';
import { findFaults, findQualityOfShown } from '../../store/shownQuality';
import { useAppState } from '../AppStoreContext';
import './quality.css';
import { qualityText } from './qualityText';

/** So many faults are named at a result; the strip above the paper names all. */
const MOST = 2;

/** One line at a result: it was computed on a signal with faults, and on which. */
export function QualityMark() {
  const quality = useAppState(findQualityOfShown);
  const faults = quality ? findFaults(quality) : [];
  if (faults.length === 0) return null;
  return (
    <p className="quality-mark">
      <TriangleAlert aria-hidden="true" size={14} />
      <span>{qualityText.computedOn(faults.slice(0, MOST).map(toQualityTitle), Math.max(0, faults.length - MOST))}</span>
    </p>
  );
}
