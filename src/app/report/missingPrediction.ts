import type { AppState } from '../../store/state';
import { statementExplanation } from '../../store/selectors';
import { reportText } from './reportText';

/** Why there is no explanation to print, in a sentence; null where there is one. */
export function findMissing(state: AppState): string | null {
  const { pack, packList, inference } = state;
  if (pack.status === 'failed') return reportText.missing.failed(pack.sentence);
  if (packList.status === 'failed') return reportText.missing.failed(packList.sentence);
  if (pack.status === 'loading' || packList.status === 'reading') return reportText.missing.loading;
  if (pack.status === 'none') return reportText.missing.noModel;
  if (inference.status === 'failed') return reportText.missing.failed(inference.sentence);
  if (inference.status !== 'ready') return reportText.missing.running;
  const explained = statementExplanation(state);
  return explained.status === 'failed' ? reportText.missing.failed(explained.sentence) : null;
}
