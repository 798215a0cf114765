import type { NoticeContent } from '../store/noticeState';
import { useActions, useAppState } from './AppStoreContext';
import { Message } from './Message';
import { text } from './text';
import { goTo, usePlace } from './usePlace';
import { useOpenInReview } from './useTakeFiles';

/** What the reader should know and may dismiss. */
export function Notices() {
  const all = useAppState((state) => state.notices);
  const place = usePlace();
  const isSession = place.mode === 'review' && place.page === 'session';
  const notices = isSession ? all.filter(({ content }) => NAMELESS.has(content.kind)) : all;
  const { dismissNotice, undoClosing, forgetClosing } = useActions();
  const openInReview = useOpenInReview();
  if (notices.length === 0) return null;
  return (
    <section className="notices" aria-label={text.notices.label}>
      {notices.map(({ id, content }) => (
        <Message
          key={id}
          tone={PROBLEMS.has(content.kind) ? 'problem' : 'information'}
          sentence={toSentence(content)}
          {...(content.kind === 'closed' && { action: { label: text.worklist.undo, onPress: () => void undoClosing() } })}
          {...(content.kind === 'forReview' && {
            action: {
              label: text.review.open,
              onPress: () => {
                dismissNotice(id);
                goTo({ mode: 'review', page: 'home' });
                openInReview(content.files);
              },
            },
          })}
          onDismiss={content.kind === 'closed' ? forgetClosing : () => dismissNotice(id)}
        />
      ))}
    </section>
  );
}

/** What the reader wanted and did not get. */
const PROBLEMS: ReadonlySet<NoticeContent['kind']> = new Set(['refused', 'noneRead', 'notSaved']);

/** What names neither a file nor a statement: in a session of a study the ECGs are unknown to the reader. */
const NAMELESS: ReadonlySet<NoticeContent['kind']> = new Set(['backendChanged', 'unknownPack', 'unknownBackend', 'notSaved', 'unsaved']);

function toSentence(notice: NoticeContent): string {
  switch (notice.kind) {
    case 'refused':
      return `${notice.sentence} ${text.notices.stillOpen}`;
    case 'noneRead':
      return text.worklist.noneRead(notice.count);
    case 'cancelled':
      return text.notices.cancelled(notice.names, notice.isBeforeOpen);
    case 'closed':
      return text.worklist.closed(notice.recordings);
    case 'alreadyListed':
      return text.worklist.alreadyListed(notice.recordings);
    case 'backendChanged':
      return [text.backend.changed(notice.backend.backend), ...notice.backend.passedOver].join(' ');
    case 'unknownPack':
      return text.notices.unknownPack(notice.wanted);
    case 'unknownBackend':
      return text.notices.unknownBackend(notice.wanted);
    case 'ledgerOpened':
      return text.ledgerFile.opened(notice, text.backend.name);
    case 'notSaved':
      return text.figures.notSaved(notice.sentence);
    case 'forReview':
      return text.review.isForReview(notice.names);
    case 'unsaved':
      return text.notices.unsaved;
  }
}
