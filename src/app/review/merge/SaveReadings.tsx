import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { toSentence } from '../../../ecg/problem';
import { toCodebookCsv } from '../../../review/codebook';
import type { ReadingStudy } from '../../../review/study';
import { saveFile } from '../../saveFile';
import { toSlug } from '../slug';
import { mergeText } from './mergeText';
import { useMergingActions } from './useMerging';

const words = mergeText.save;

/** Saves merged readings as a table, with the codebook that explains it. */
export function SaveReadings({ study }: { readonly study: ReadingStudy }) {
  const { writeAnswersCsv } = useMergingActions();
  const [fault, setFault] = useState<string | null>(null);
  const save = async (name: 'answers' | 'codebook'): Promise<void> => {
    try {
      const content = name === 'answers' ? await writeAnswersCsv() : toCodebookCsv();
      saveFile(`${toSlug(study.title)}-${name}.csv`, new Blob([content], { type: 'text/csv' }));
      setFault(null);
    } catch (thrown) {
      setFault(words.failed(toSentence(thrown)));
    }
  };
  return (
    <div className="merge-save">
      {(['answers', 'codebook'] as const).map((name) => (
        <Button key={name} className="button" onPress={() => void save(name)}>
          <Download aria-hidden="true" size={16} />
          {words[name]}
        </Button>
      ))}
      {fault !== null && <p role="alert">{fault}</p>}
    </div>
  );
}
