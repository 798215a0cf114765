import { X } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { FileStanding } from '../../../review/merge/mergeReaderFiles';
import type { MergingFile } from '../../../store/review/merging';
import { DataTable } from './DataTable';
import { mergeText } from './mergeText';
import { useMergingActions, useMergingState } from './useMerging';

/** The files that were opened: whose they are, how far their reader came, and whether they count. */
export function MergeFiles() {
  const files = useMergingState((state) => state.files);
  const merged = useMergingState((state) => state.merged);
  const { remove } = useMergingActions();
  return (
    <section className="merge-files" aria-labelledby="merge-files">
      <h2 id="merge-files">{mergeText.files}</h2>
      <DataTable
        label={mergeText.files}
        head={mergeText.filesHead}
        wordColumns={[0, 1, 5]}
        rows={files.map((file) => ({
          key: file.id,
          cells: [
            file.name,
            ...toFacts(file),
            <State key="state" file={file} standing={merged?.files.standings.get(file.id)} study={merged?.files.study?.title ?? ''} />,
            <Button
              key="remove"
              className="icon-button"
              aria-label={mergeText.remove(file.name)}
              onPress={({ target }) => {
                // The button goes with its row, and the reader's place must not go with it.
                target.closest<HTMLElement>('[role=group]')?.focus();
                void remove(file.id);
              }}
            >
              <X aria-hidden="true" size={16} />
            </Button>,
          ],
        }))}
      />
    </section>
  );
}

function toFacts({ reading }: MergingFile): readonly string[] {
  if (reading.status !== 'read') return ['', '', '', ''];
  const { reader, touchedCount, askedCount, entryCount, isLocked } = reading.facts;
  return [
    reader.years === null ? reader.role : `${reader.role}, ${mergeText.years(reader.years)}`,
    mergeText.ofAll(touchedCount, askedCount),
    String(entryCount),
    isLocked ? mergeText.locked : mergeText.unlocked,
  ];
}

interface StateProps {
  readonly file: MergingFile;
  readonly standing: FileStanding | undefined;
  readonly study: string;
}

/** What became of a file. */
function State({ file: { reading }, standing, study }: StateProps) {
  if (reading.status === 'refused') return <span className="merge-refused">{reading.sentence}</span>;
  if (reading.status === 'waiting' || !standing) return <span className="quiet">{mergeText.waiting}</span>;
  return (
    <span className={standing.status === 'merged' ? undefined : 'merge-refused'}>
      {mergeText.standing(standing, reading.facts.study.title, study)}
    </span>
  );
}
