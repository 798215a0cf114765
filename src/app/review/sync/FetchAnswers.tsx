import { CloudDownload } from 'lucide-react';
import { useState } from 'react';
import type { Study } from '../../../review/study';
import type { DroppedFile } from '../../../store/droppedFile';
import type { Credentials } from '../../../store/review/sync/openDatabases';
import { useReviewState } from '../../ReviewContext';
import { isAllowed } from './isAllowed';
import { ServerButton } from './ServerButton';
import { syncText } from './syncText';
import './sync.css';

interface FetchAnswersProps {
  /** Takes the fetched answers as if their files had been chosen. */
  readonly onFetched: (files: readonly DroppedFile[]) => Promise<void>;
}

/** For each study on this computer that has a server, the way to fetch its readers' answers from there. */
export function FetchAnswers({ onFetched }: FetchAnswersProps) {
  const studies = useReviewState(({ shelf }) => (shelf.status === 'ready' ? shelf.studies : NO_STUDIES));
  return studies.map((study) =>
    study.synchronisation && isAllowed(study.synchronisation.url) ? (
      <FetchStudy key={study.contentSha256} study={study} url={study.synchronisation.url} onFetched={onFetched} />
    ) : null,
  );
}

const NO_STUDIES: readonly Study[] = [];

function FetchStudy({ study, url, onFetched }: FetchAnswersProps & { readonly study: Study; readonly url: string }) {
  const [sentence, setSentence] = useState<string | null>(null);
  const { host } = new URL(url);
  const fetchAll = async (credentials: Credentials | null): Promise<void> => {
    setSentence(syncText.fetching(host));
    try {
      const files = await fetchFiles(study, url, credentials);
      setSentence(syncText.fetched(files.length, host));
      await onFetched(files);
    } catch (thrown) {
      const { toRefusal } = await import('../../../store/review/sync/refusal');
      setSentence(toRefusal({ name: url }, thrown));
    }
  };
  return (
    <div className="sync">
      <ServerButton
        icon={CloudDownload}
        label={syncText.fetch(study.title, host)}
        about={syncText.fetchWhat}
        submit={syncText.fetchNow}
        onSubmit={(credentials) => void fetchAll(credentials)}
      />
      {sentence !== null && <p role="status">{sentence}</p>}
    </div>
  );
}

async function fetchFiles(study: Study, url: string, credentials: Credentials | null): Promise<readonly DroppedFile[]> {
  const [{ openDatabases }, { fetchReaders }] = await Promise.all([
    import('../../../store/review/sync/openDatabases'),
    import('../../../store/review/sync/fetchReaders'),
  ]);
  const { remote } = openDatabases(study.contentSha256, url, credentials);
  const files = await fetchReaders(remote, study, new Date());
  return files.map((file) => new File([JSON.stringify(file)], `${file.reader.id}.answers.json`));
}
