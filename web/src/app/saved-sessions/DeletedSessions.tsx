import { type Conversation, restorableDays } from '@tallyboard/contract';
import { useEffect, useRef } from 'react';
import type { Loaded } from '../../live/live.ts';
import { Icon } from '../../views/icon/Icon.tsx';

type DeletedSessionsProps = {
  loaded: Loaded<Conversation[]>;
  onRestore: (conversation: Conversation) => void;
  onBack: () => void;
};

/** What was deleted and can be restored, each with a way back. */
export function DeletedSessions({ loaded, onRestore, onBack }: DeletedSessionsProps) {
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <>
      <button type="button" className="sessions-link" ref={back} onClick={onBack}>
        <Icon name="back" />
        All sessions
      </button>
      <h2 className="sessions-day">Recently deleted</h2>
      {loaded.state === 'loading' && (
        <div className="sessions-skeleton" role="status" aria-label="Loading the deleted sessions">
          <span />
          <span />
        </div>
      )}
      {loaded.state === 'failed' && (
        <p className="sessions-note" role="alert">
          The deleted sessions cannot be loaded. Reload the page to try again.
        </p>
      )}
      {loaded.state === 'ready' && loaded.value.length === 0 && (
        <p className="sessions-note">Nothing was deleted in the last {restorableDays} days.</p>
      )}
      {loaded.state === 'ready' && loaded.value.length > 0 && (
        <ul className="sessions-list">
          {loaded.value.map((conversation) => (
            <li className="session session-deleted" key={conversation.conversationId}>
              <span className="session-title" dir="auto" title={conversation.title}>
                {conversation.title}
              </span>
              <button
                type="button"
                className="button"
                aria-label={`Restore “${conversation.title}”`}
                onClick={() => {
                  back.current?.focus();
                  onRestore(conversation);
                }}
              >
                Restore
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
