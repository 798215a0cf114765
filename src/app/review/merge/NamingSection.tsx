import { CANNOT_JUDGE } from '../../../review/answer';
import type { StudySummary } from '../../../review/merge/summariseStudy';
import { formatShare } from '../../../viewer/format';
import { DataTable } from './DataTable';
import { mergeText } from './mergeText';
import { ResultSection } from './ResultSection';

const words = mergeText.naming;
const MOST_ROWS = 20;

/** What readers named while the class was hidden; nothing where the study hides none. */
export function NamingSection({ summary: { naming } }: { readonly summary: StudySummary }) {
  if (naming === null) return null;
  const classes = naming.classes.slice(0, MOST_ROWS).map(({ name, named, right }) => ({
    key: name,
    cells: [name, named, right, formatShare(right / named)],
  }));
  const confusions = naming.confusions.slice(0, MOST_ROWS).map(({ shown, named, count }) => ({
    key: `${shown} ${named}`,
    cells: [shown, named === CANNOT_JUDGE ? words.cannotJudge : named, count],
  }));
  return (
    <ResultSection id="merge-naming" title={words.title}>
      <p>{words.summary(naming.right, naming.named)}</p>
      <div className="merge-columns">
        <div>
          <h3>{words.classesTitle}</h3>
          <DataTable label={words.classesTitle} head={words.classes} rows={classes} />
        </div>
        {confusions.length > 0 && (
          <div>
            <h3>{words.confusionsTitle}</h3>
            <DataTable label={words.confusionsTitle} head={words.confusions} wordColumns={[0, 1]} rows={confusions} />
          </div>
        )}
      </div>
    </ResultSection>
  );
}
