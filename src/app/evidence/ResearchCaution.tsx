import { findModelCard } from '../../store/selectors';
import { useAppState } from '../AppStoreContext';
import { text } from '../text';

/** What a result of this model may be used for. */
export function ResearchCaution() {
  const card = useAppState(findModelCard);
  return (
    <p className="caution">
      {text.researchModel}
      {card?.simulated && ` ${text.simulatedModel}`}
      {card?.verified === false && ` ${text.unverifiedModel}`}
    </p>
  );
}
