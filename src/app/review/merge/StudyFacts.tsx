import type { Study } from '../../../review/study';
import { mergeText } from './mergeText';

/** What a study is of, in two lines. */
export function StudyFacts({ study }: { readonly study: Study }) {
  return (
    <div className="merge-study-facts">
      {study.kind === 'prototypes' && (
        <p>
          {mergeText.studyFacts(study.items.length, study.planted.length, study.training.length, study.repeatShare, study.isClassHidden)}
        </p>
      )}
      <p className="quiet">
        {mergeText.study(study.contentSha256)}. {mergeText.model(study.pack.title, study.pack.sha256)}.
      </p>
    </div>
  );
}
