import type { Conversation } from '@tallyboard/contract';
import { useState } from 'react';
import type { Loaded } from '../../live/live.ts';
import { groupByDay } from './group-by-day.ts';
import { SessionEntry } from './SessionEntry.tsx';
import './sessions.css';

type SessionListProps = {
  loaded: Loaded<Conversation[]>;
  now: Date;
  locale: string;
  currentId: string | null;
  onOpen: (conversationId: string) => void;
  onRename: (conversationId: string, title: string) => Promise<boolean>;
  onDelete: (conversation: Conversation) => void;
};

const searchFrom = 6;

export function SessionList({
  loaded,
  now,
  locale,
  currentId,
  onOpen,
  onRename,
  onDelete,
}: SessionListProps) {
  const [search, setSearch] = useState('');
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
  if (loaded.value.length === 0)
    return <p className="sessions-note">Your conversations are kept here for 30 days.</p>;

  const found = loaded.value.filter((one) =>
    one.title.toLocaleLowerCase(locale).includes(search.toLocaleLowerCase(locale)),
  );
  return (
    <>
      {loaded.value.length >= searchFrom && (
        <input
          type="search"
          className="sessions-search"
          aria-label="Search sessions"
          placeholder="Search sessions"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      {found.length === 0 && <p className="sessions-note">No session has “{search}” in its title.</p>}
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
                onRename={(title) => onRename(conversation.conversationId, title)}
                onDelete={() => onDelete(conversation)}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
