import type { HistoryOption } from '@openai/chatkit';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Thread } from '../chatkit/protocol/items.ts';
import { useLive } from '../live/use-live.ts';
import { dateFormat } from '../views/format/intl.ts';
import { Icon } from '../views/icon/Icon.tsx';
import type { History } from './create-history.ts';
import './chat-header.css';
import './history-panel.css';

type HistoryPanelProps = {
  history: History;
  option: HistoryOption;
  locale: string;
  onOpen: (threadId: string) => void;
};

/** The latest threads, in the place of the conversation. */
export function HistoryPanel({ history, option, locale, onOpen }: HistoryPanelProps) {
  const state = useLive(history);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <section className="chat-history" aria-label="History">
      <header className="chat-history-head">
        <button type="button" ref={back} className="icon-button" aria-label="Back" onClick={history.hide}>
          <Icon name="back" />
        </button>
        <h2>History</h2>
      </header>
      {state.kind === 'loading' && <p role="status">Loading…</p>}
      {state.kind === 'failed' && <p role="alert">{state.message}</p>}
      {state.kind === 'ready' && state.note && <p role="alert">{state.note}</p>}
      {state.kind === 'ready' && state.threads.length === 0 && <p>Nothing has been asked yet.</p>}
      {state.kind === 'ready' && state.threads.length > 0 && (
        <ul>
          {state.threads.map((thread) => (
            <HistoryEntry
              key={thread.id}
              thread={thread}
              date={dateFormat(locale, { dateStyle: 'medium' }).format(new Date(thread.created_at))}
              onOpen={() => onOpen(thread.id)}
              onRename={option.showRename === false ? null : (title) => void history.rename(thread.id, title)}
              onDelete={option.showDelete === false ? null : () => void history.remove(thread.id)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

type HistoryEntryProps = {
  thread: Thread;
  date: string;
  onOpen: () => void;
  onRename: ((title: string) => void) | null;
  onDelete: (() => void) | null;
};

function HistoryEntry({ thread, date, onOpen, onRename, onDelete }: HistoryEntryProps) {
  const [title, setTitle] = useState<string | null>(null);
  const known = thread.title ?? 'Untitled';
  const save = (event: FormEvent) => {
    event.preventDefault();
    const next = title?.trim() ?? '';
    if (next !== '' && next !== known) onRename?.(next);
    setTitle(null);
  };
  if (title !== null) {
    return (
      <li>
        <form onSubmit={save}>
          <input
            aria-label="Title"
            value={title}
            // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here.
            autoFocus
            onChange={(event) => setTitle(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && setTitle(null)}
          />
        </form>
      </li>
    );
  }
  return (
    <li>
      <button type="button" className="chat-history-open" onClick={onOpen}>
        <span>{known}</span>
        <time dateTime={thread.created_at}>{date}</time>
      </button>
      {onRename && (
        <button
          type="button"
          className="icon-button"
          aria-label={`Rename ${known}`}
          onClick={() => setTitle(known)}
        >
          <Icon name="pencil" />
        </button>
      )}
      {onDelete && (
        <button type="button" className="icon-button" aria-label={`Delete ${known}`} onClick={onDelete}>
          <Icon name="trash" />
        </button>
      )}
    </li>
  );
}
