import type { AppState } from '../../store/state';
import { statementExplanation } from '../../store/selectors';
import { text } from '../text';

/** Why there is no explanation to print, in a sentence; null where there is one. */
export function findMissing(state: AppState): string | null {
  const { pack, packList, inference } = state;
  if (pack.status === 'failed') return text.report.missing.failed(pack.sentence);
  if (packList.status === 'failed') return text.report.missing.failed(packList.sentence);
  if (pack.status === 'loading' || packList.status === 'reading') return text.report.missing.loading;
  if (pack.status === 'none') return text.report.missing.noModel;
  if (inference.status === 'failed') return text.report.missing.failed(inference.sentence);
  if (inference.status !== 'ready') return text.report.missing.running;
  const explained = statementExplanation(state);
  return explained.status === 'failed' ? text.report.missing.failed(explained.sentence) : null;
}
