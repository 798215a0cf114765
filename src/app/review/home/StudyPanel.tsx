import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { findStudyLength } from '../../../review/studyLength';
import type { Study } from '../../../review/study';
import type { Session } from '../../../store/review/database';
import { useActions, useAppState } from '../../AppStoreContext';
import { FactList } from '../../FactList';
import { goTo } from '../../usePlace';
import { homeText } from './homeText';
import { SessionRow } from './SessionRow';
import { StartForm } from './StartForm';

interface StudyPanelProps {
  readonly study: Study;
  /** Those of this study on this computer. */
  readonly sessions: readonly Session[];
  /** The open model's; null where none is open. */
  readonly packSha256: string | null;
  /** Its file was opened just now: it can be begun at once. */
  readonly isJustOpened: boolean;
}

/** One study: what it asks, for how long, of which model; who answers it on this computer, and the way to begin. */
export function StudyPanel({ study, sessions, packSha256, isJustOpened }: StudyPanelProps) {
  const [asked, setStarting] = useState<boolean | null>(null);
  const isStarting = asked ?? (isJustOpened && sessions.length === 0);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isJustOpened) heading.current?.focus();
  }, [isJustOpened]);
  const isOpenable = study.pack.sha256 === packSha256;
  const id = `study-${study.contentSha256.slice(0, 12)}`;
  return (
    <article className="review-card" aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1}>
        {study.title}
      </h3>
      <FactList
        facts={[
          [homeText.asked, homeText.askedOf(study)],
          [homeText.length, homeText.lengthOf(findStudyLength(study))],
          ...(study.kind === 'prototypes'
            ? [[homeText.classes, study.isClassHidden ? homeText.classHidden : homeText.classShown] as const]
            : []),
          [homeText.model, <Model study={study} isOpenable={isOpenable} />],
          ...(study.synchronisation ? [[homeText.synchronisation, study.synchronisation.url] as const] : []),
        ]}
      />
      {sessions.length > 0 && (
        <ul className="review-sessions" aria-label={homeText.readers(study.title)}>
          {sessions.map((session) => (
            <li key={session.id}>
              <SessionRow
                session={session}
                isOpenable={isOpenable}
                onOpen={() => goTo({ mode: 'review', page: 'session', sessionId: session.id })}
              />
            </li>
          ))}
        </ul>
      )}
      {isStarting ? (
        <StartForm study={study} isOpenable={isOpenable} onCancel={() => setStarting(false)} />
      ) : (
        <div className="review-actions">
          <Button className="button" onPress={() => setStarting(true)}>
            {sessions.length === 0 ? homeText.start : homeText.startAnother}
          </Button>
        </div>
      )}
    </article>
  );
}

/** The model that a study is for, whether it is the open one, and the way to it where it is not. */
function Model({ study, isOpenable }: { readonly study: Study; readonly isOpenable: boolean }) {
  const { name, title, sha256 } = study.pack;
  const { choosePack } = useActions();
  const isListed = useAppState(({ packList, pack }) =>
    packList.status === 'ready' && packList.entries.some((entry) => entry.name === name) && !(pack.status !== 'none' && pack.name === name),
  );
  return (
    <>
      {homeText.modelIs(title, sha256)}, {isOpenable ? homeText.modelOpen : homeText.modelNotOpen}.
      {!isOpenable && isListed && (
        <Button className="button" onPress={() => void choosePack(name)}>
          {homeText.openModel(name)}
        </Button>
      )}
    </>
  );
}
