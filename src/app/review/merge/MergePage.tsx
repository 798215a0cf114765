import { ArrowLeft, FolderOpen } from 'lucide-react';
import { lazy } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { useFileDrop } from '../../start/useFileDrop';
import { goTo } from '../../usePlace';
import './merge.css';
import { MergeFiles } from './MergeFiles';
import { MergeResults } from './MergeResults';
import { mergeText } from './mergeText';
import { FetchAnswers } from '../sync/FetchAnswers';
import { SaveReadings } from './SaveReadings';
import { StudyFacts } from './StudyFacts';
import { useMergingActions, useMergingState } from './useMerging';

const ReadingResults = lazy(async () => ({ default: (await import('../reading/ReadingResults')).ReadingResults }));

/** Brings the answers of a study's readers together. */
export function MergePage() {
  const { add } = useMergingActions();
  const hasFiles = useMergingState((state) => state.files.length > 0);
  const study = useMergingState((state) => state.merged?.files.study ?? null);
  const results = useMergingState((state) => state.merged?.results ?? null);
  useFileDrop(add);
  return (
    <div className="merge-page">
      <header className="merge-head">
        <div>
          <Button className="button" onPress={() => goTo({ mode: 'review', page: 'home' })}>
            <ArrowLeft aria-hidden="true" size={16} />
            {mergeText.back}
          </Button>
          <h2>{mergeText.title}</h2>
          <p>{mergeText.privacy}</p>
        </div>
        <FileTrigger allowsMultiple acceptedFileTypes={['.json']} onSelect={(files) => void add([...(files ?? [])])}>
          <Button className={hasFiles ? 'button' : 'button primary'}>
            <FolderOpen aria-hidden="true" size={16} />
            {mergeText.choose}
          </Button>
        </FileTrigger>
      </header>
      <FetchAnswers onFetched={add} />
      <Progress />
      {!hasFiles && <p className="merge-empty">{mergeText.empty}</p>}
      {hasFiles && <MergeFiles />}
      <Unlocked />
      {study && (
        <section className="merge-study" aria-labelledby="merge-study">
          <h2 id="merge-study">{study.title}</h2>
          <StudyFacts study={study} />
          {!results && <p>{mergeText.noneMerged}</p>}
        </section>
      )}
      {study?.kind === 'prototypes' && results?.kind === 'prototypes' && <MergeResults study={study} summary={results.summary} />}
      {study?.kind === 'reading' && results?.kind === 'reading' && (
        <>
          <SaveReadings study={study} />
          <ReadingResults study={study} readers={results.readers} />
        </>
      )}
    </div>
  );
}

/** How far reading and merging are; what came of it is said, too, for those who do not see it. */
function Progress() {
  const files = useMergingState((state) => state.files);
  const work = useMergingState((state) => state.work);
  const fault = useMergingState((state) => state.fault);
  const merged = useMergingState((state) => state.merged);
  const read = files.filter(({ reading }) => reading.status !== 'waiting').length;
  const { readerCount = 0, unlockedCount = 0 } = merged?.results ? merged.files : {};
  const withUnlocked = useMergingState((state) => state.withUnlocked);
  return (
    <>
      <p className="merge-progress" role="status">
        {work === 'reading' && mergeText.reading(read, files.length)}
        {work === 'merging' && mergeText.merging}
        {work === 'none' && readerCount > 0 && mergeText.done(withUnlocked ? readerCount : readerCount - unlockedCount)}
      </p>
      {fault !== null && <p role="alert">{fault}</p>}
    </>
  );
}

/** Who has not locked may still change answers, and is merged only when the coordinator says so. */
function Unlocked() {
  const files = useMergingState((state) => state.merged?.files);
  const withUnlocked = useMergingState((state) => state.withUnlocked);
  const { setWithUnlocked } = useMergingActions();
  if (!files || files.unlockedCount === 0) return null;
  return (
    <div className="merge-unlocked">
      <p>{mergeText.unlockedWarning(files.unlockedCount, files.readerCount)}</p>
      <Button className="button" onPress={() => void setWithUnlocked(!withUnlocked)}>
        {withUnlocked ? mergeText.leaveUnlockedOut : mergeText.mergeUnlocked}
      </Button>
    </div>
  );
}
