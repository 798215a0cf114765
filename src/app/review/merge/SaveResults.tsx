import { Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { createPortal } from 'react-dom';
import { Problem, toSentence } from '../../../ecg/problem';
import { toCodebookCsv } from '../../../review/codebook';
import { toAdjudicationCsv } from '../../../review/merge/adjudicationCsv';
import type { DisputedPrototype } from '../../../review/merge/findDisputed';
import { toPrototypesCsv } from '../../../review/merge/prototypesCsv';
import type { StudySummary } from '../../../review/merge/summariseStudy';
import { createPruneFile } from '../../../review/pruneFile';
import type { PrototypeStudy } from '../../../review/study';
import { usePrinting } from '../../report/usePrinting';
import { saveFile } from '../../saveFile';
import { toSlug } from '../slug';
import { createReportFile } from './report/createReportFile';
import { MergedReport } from './report/MergedReport';
import { mergeText } from './mergeText';
import { toPrototypeKey } from '../../../explanation/prototypeKey';
import { useMergingActions, useMergingState } from './useMerging';

const words = mergeText.save;

/** The files that results can become. */
const FILES = ['report', 'answers', 'codebook', 'prototypes', 'adjudication', 'prune'] as const;
type ResultFile = (typeof FILES)[number];

interface SaveResultsProps {
  readonly study: PrototypeStudy;
  readonly summary: StudySummary;
  readonly disputed: readonly DisputedPrototype[];
}

/** Prints the report and saves results as files; whenever the browser prints, the report stands in place of the page. */
export function SaveResults(props: SaveResultsProps) {
  const { study } = props;
  const [fault, setFault] = useState<string | null>(null);
  const isPrinting = usePrinting();
  const decisions = useMergingState((state) => state.decisions);
  const createFile = useResultFiles(props);
  const save = async (file: ResultFile): Promise<void> => {
    try {
      const { content, ending } = await createFile(file);
      saveFile(`${toSlug(study.title)}-${file}.${ending}`, content);
      setFault(null);
    } catch (thrown) {
      setFault(words.failed(toSentence(thrown)));
    }
  };
  return (
    <div className="merge-save">
      <Button className="button" onPress={() => window.print()}>
        <Printer aria-hidden="true" size={16} />
        {words.print}
      </Button>
      <MenuTrigger>
        <Button className="button">
          <Download aria-hidden="true" size={16} />
          {words.title}
        </Button>
        <Popover className="popover menu">
          <Menu aria-label={words.title} onAction={(file) => void save(file as ResultFile)}>
            {FILES.map((file) => (
              <MenuItem key={file} id={file}>
                {words[file]}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {fault !== null && <p role="alert">{fault}</p>}
      {isPrinting &&
        createPortal(
          <div className="merged-report-print">
            <MergedReport {...props} decisions={decisions} made={new Date()} />
          </div>,
          document.body,
        )}
    </div>
  );
}

/** Makes the files of results. */
function useResultFiles({ study, summary, disputed }: SaveResultsProps) {
  const decisions = useMergingState((state) => state.decisions);
  const { writeAnswersCsv } = useMergingActions();
  const toCsvFile = (content: string) => ({ content: new Blob([content], { type: 'text/csv' }), ending: 'csv' });
  return async (file: ResultFile): Promise<{ readonly content: Blob; readonly ending: string }> => {
    switch (file) {
      case 'report': {
        const report = <MergedReport study={study} summary={summary} disputed={disputed} decisions={decisions} made={new Date()} />;
        return { content: new Blob([createReportFile(report, mergeText.report.title(study.title))], { type: 'text/html' }), ending: 'html' };
      }
      case 'answers':
        return toCsvFile(await writeAnswersCsv());
      case 'codebook':
        return toCsvFile(toCodebookCsv());
      case 'prototypes':
        return toCsvFile(toPrototypesCsv(study, summary.prototypes, decisions));
      case 'adjudication':
        return toCsvFile(toAdjudicationCsv(study, disputed, decisions));
      case 'prune': {
        const pruned = [...decisions].filter(([, { kind }]) => kind === 'prune').map(([prototype]) => toPrototypeKey(prototype));
        if (pruned.length === 0) throw new Problem(words.nothingToPrune);
        return { content: new Blob([JSON.stringify(createPruneFile(pruned, { manifest: study.pack, sha256: study.pack.sha256 }), null, 2)], { type: 'application/json' }), ending: 'json' };
      }
    }
  };
}
