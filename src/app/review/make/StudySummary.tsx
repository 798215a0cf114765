import { FileDown } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { toSentence } from '../../../ecg/problem';
import type { LoadedPack } from '../../../model/protocol';
import { BRANCHES } from '../../../model/branch';
import type { Study } from '../../../review/study';
import { findStudyLength } from '../../../review/studyLength';
import type { StudyPlan } from '../../../review/studyPlan';
import { FactList } from '../../FactList';
import { useReviewActions } from '../../ReviewContext';
import { saveFile } from '../../saveFile';
import { toDuration } from '../home/homeText';
import { toSlug } from '../slug';
import { makeText } from './makeText';
import { findPlanFaults } from './planFaults';
import { toStudy } from './toStudy';
import type { PlannedCase } from './useCases';

interface StudySummaryProps {
  readonly pack: LoadedPack;
  readonly plan: StudyPlan;
  readonly cases: readonly PlannedCase[];
}

/** What the study asks of each reader as it is planned now, what it lacks, and the way to save it. */
export function StudySummary({ pack, plan, cases }: StudySummaryProps) {
  const asked = cases.filter(({ isLeftOut }) => !isLeftOut);
  const faults = findPlanFaults(plan, asked);
  const preview = usePreview(pack, plan, asked);
  const { keepStudy } = useReviewActions();
  const [saved, setSaved] = useState<{ readonly plan: StudyPlan; readonly name: string } | null>(null);
  const save = (): void => {
    const study = toStudy(pack, plan, asked, new Date());
    const name = `${toSlug(study.title)}.study.json`;
    saveFile(name, new Blob([JSON.stringify(study, null, 1)], { type: 'application/json' }));
    void keepStudy(study).then(() => setSaved({ plan, name }));
  };
  return (
    <aside className="make-summary" aria-label={makeText.summary}>
      <h3>{makeText.summary}</h3>
      {'study' in preview && <StudyFacts study={preview.study} pack={pack} />}
      {'sentence' in preview && preview.sentence !== null && <p role="alert">{preview.sentence}</p>}
      {faults.length > 0 && (
        <div className="make-faults">
          <strong>{makeText.missing}</strong>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{makeText.faults[fault]}</li>
            ))}
          </ul>
        </div>
      )}
      <Button className="button primary" isDisabled={faults.length > 0 || !('study' in preview)} onPress={save}>
        <FileDown aria-hidden="true" size={16} />
        {makeText.save}
      </Button>
      <p className="quiet" role="status">
        {saved?.plan === plan ? makeText.saved(saved.name) : makeText.saveHint}
      </p>
    </aside>
  );
}

type Preview = { readonly study: Study } | { readonly sentence: string | null };

/** The study as it would be, also while it lacks a title or other words; else why it cannot be. */
function usePreview(pack: LoadedPack, plan: StudyPlan, asked: readonly PlannedCase[]): Preview {
  const words = { title: '–', seed: plan.seed.trim() || '–', roles: ['–'], synchronisationUrl: '' };
  const training = plan.training.map((item) => ({ ...item, explanation: '–' }));
  const shape = useDeferredValue(JSON.stringify({ plan: { ...plan, ...words, training, cases: {} }, asked: asked.map((one, i) => ({ ...one, label: `${i}` })) }));
  return useMemo(() => {
    const { plan: planned, asked: ecgs } = JSON.parse(shape) as { plan: StudyPlan; asked: readonly PlannedCase[] };
    const isEmpty = planned.kind === 'reading' ? ecgs.length === 0 : planned.questions.length === 0 || planned.classes?.length === 0;
    if (isEmpty) return { sentence: null };
    try {
      return { study: toStudy(pack, planned, ecgs, new Date()) };
    } catch (thrown) {
      return { sentence: toSentence(thrown) };
    }
  }, [pack, shape]);
}

function StudyFacts({ study, pack }: { readonly study: Study; readonly pack: LoadedPack }) {
  const { count, kinds, seconds } = findStudyLength(study);
  const time = [makeText.time, makeText.timeOf(toDuration(seconds))] as const;
  if (study.kind === 'reading') {
    const known = study.cases.filter(({ truth }) => truth !== null).length;
    return (
      <FactList
        facts={[
          [makeText.ecgs, String(count)],
          [makeText.truths, makeText.coveredOf(known, count)],
          time,
        ]}
      />
    );
  }
  const counts = countClasses(study.items);
  const total = countClasses(BRANCHES.flatMap((branch) => pack.manifest.prototypes[branch])).size;
  return (
    <>
      <FactList
        facts={[
          [makeText.items, makeText.itemsOf(count)],
          [makeText.kinds, makeText.kindsOf(kinds!)],
          time,
          [makeText.covered, makeText.coveredOf(counts.size, total)],
        ]}
      />
      <details>
        <summary>{makeText.coveredList}</summary>
        <ul className="make-classes">
          {[...counts].map(([code, number]) => (
            <li key={code}>
              {code} <span className="quiet">{number}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** How many items stand for each class, by the class's code. */
function countClasses(items: readonly { readonly classes: readonly string[] }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const code of items.flatMap(({ classes }) => classes)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => a.localeCompare(b)));
}
