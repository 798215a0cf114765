import { Merge, Play } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { ReaderFile } from '../../../review/readerFile';
import type { OpenedFile } from '../../../store/review/openedFile';
import { useReview } from '../../ReviewContext';
import { goTo } from '../../usePlace';
import './home.css';
import { homeText } from './homeText';

type OpenedAnswer = Extract<OpenedFile, { readonly kind: 'answers' }>;

/** Readers' answers, without any of them: the same reader may go on with them here, a coordinator may merge them. */
export function OpenedAnswers({ opened }: { readonly opened: readonly OpenedAnswer[] }) {
  const review = useReview();
  const { importAnswers, dismissOpened } = review.actions;
  const goOn = async (answers: OpenedAnswer): Promise<void> => {
    if ((await importAnswers(answers.file)) !== null) dismissOpened(answers);
  };
  const merge = async (): Promise<void> => {
    const { openMerging } = await import('../../../store/review/openMerging');
    void openMerging(review).actions.add(opened.map(({ source }) => source));
    opened.forEach(dismissOpened);
    goTo({ mode: 'review', page: 'merge' });
  };
  return (
    <section className="review-card" aria-label={homeText.answersTitle}>
      <ul className="review-sessions">
        {opened.map((answers) => (
          <li key={answers.file.head} className="review-session">
            <p>
              <strong>{answers.name}</strong> {toAnswersSentence(answers.file)}
            </p>
            <Button className="button" aria-label={homeText.answersGoOnWith(answers.name)} onPress={() => void goOn(answers)}>
              <Play aria-hidden="true" size={16} />
              {homeText.answersGoOn}
            </Button>
          </li>
        ))}
      </ul>
      <div className="review-actions">
        <Button className="button" onPress={() => void merge()}>
          <Merge aria-hidden="true" size={16} />
          {homeText.answersMerge}
        </Button>
        <Button className="button" onPress={() => opened.forEach(dismissOpened)}>
          {homeText.answersPutAside}
        </Button>
      </div>
    </section>
  );
}

function toAnswersSentence({ study, reader, entries }: ReaderFile): string {
  const count = entries.filter(({ event }) => event.kind === 'answered' || event.kind === 'read').length;
  const isLocked = entries.at(-1)?.event.kind === 'locked';
  return homeText.answersOf(homeText.reader(reader.role, reader.years), study.title, count, isLocked);
}
