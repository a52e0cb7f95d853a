import type { Conversation } from '@tallyboard/contract';
import { useEffect, useState } from 'react';
import type { Older } from '../../listener/pages.ts';
import type { Loaded } from '../../live/live.ts';
import { formatCount } from '../../views/format/format-amount.ts';
import { findSessions } from './find-sessions.ts';
import { groupByDay } from './group-by-day.ts';
import { OlderSessions } from './OlderSessions.tsx';
import { SessionEntry } from './SessionEntry.tsx';
import './sessions.css';

type SessionListProps = {
  loaded: Loaded<Conversation[]>;
  /** Whether older sessions can be loaded, and how. */
  older: Older;
  onOlder: () => void;
  /** How long a session is kept. */
  keptDays: number;
  now: Date;
  locale: string;
  currentId: string | null;
  onOpen: (conversationId: string) => void;
  onRename: (conversationId: string, title: string) => Promise<boolean>;
  onDelete: (conversation: Conversation, byKey: boolean) => void;
};

const searchFrom = 6;

export function SessionList(props: SessionListProps) {
  const { loaded, older, onOlder, keptDays, now, locale, currentId, onOpen, onRename, onDelete } = props;
  const [search, setSearch] = useState('');
  // A search is over all sessions: those not loaded yet are fetched page by page.
  useEffect(() => {
    if (search !== '' && older === 'some') onOlder();
  }, [search, older, onOlder]);
  if (loaded.state === 'loading') {
    return (
      <div className="sessions-skeleton" role="status" aria-label="Loading the sessions">
        <span />
        <span />
        <span />
      </div>
    );
  }
  if (loaded.state === 'failed')
    return <p className="sessions-note">The sessions cannot be loaded. Reload the page to try again.</p>;
  if (loaded.value.length === 0 && search === '')
    return (
      <p className="sessions-note">
        Your conversations are kept here for {formatCount(keptDays, 'day', 'days', locale)}.
      </p>
    );

  const found = findSessions(loaded.value, search, locale);
  return (
    <>
      {(loaded.value.length >= searchFrom || search !== '') && (
        <input
          type="search"
          className="sessions-search"
          aria-label="Search sessions"
          placeholder="Search sessions"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      {found.length === 0 && (
        <p className="sessions-note">
          {older === 'none' ? `No session has “${search}” in its title or questions.` : 'Searching…'}
        </p>
      )}
      {groupByDay(found, now, locale).map((group) => (
        <section key={group.label} aria-label={group.label}>
          <h2 className="sessions-day">{group.label}</h2>
          <ul className="sessions-list">
            {group.entries.map((conversation) => (
              <SessionEntry
                key={conversation.conversationId}
                conversation={conversation}
                current={conversation.conversationId === currentId}
                onOpen={onOpen}
                onRename={onRename}
                onDelete={onDelete}
              />
            ))}
          </ul>
        </section>
      ))}
      <OlderSessions older={older} onLoad={onOlder} />
    </>
  );
}
