import { type Conversation, maxTitleLength } from '@tallyboard/contract';
import {
  type FormEvent,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { Icon } from '../../views/icon/Icon.tsx';

type SessionEntryProps = {
  conversation: Conversation;
  current: boolean;
  onOpen: (conversationId: string) => void;
  /** False where the new title was not taken. */
  onRename: (conversationId: string, title: string) => Promise<boolean>;
  /** `byKey`: not by a pointer. */
  onDelete: (conversation: Conversation, byKey: boolean) => void;
};

/** One of hundreds: drawn again when it has changed itself. Hand in steady functions. */
export const SessionEntry = memo(function SessionEntry(props: SessionEntryProps) {
  const { conversation, current, onOpen, onRename, onDelete } = props;
  const [title, setTitle] = useState<string | null>(null);
  const entry = useRef<HTMLLIElement>(null);
  const titleId = useId();
  /** The box is going and the focus comes back from it, so that its blur says nothing more. */
  const left = useRef(false);
  const { conversationId } = conversation;

  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(conversationId);
  };
  const finish = () => {
    left.current = true;
    setTitle(null);
  };
  useEffect(() => {
    // Unless it went elsewhere while the title was being saved.
    if (title === null && left.current && document.activeElement === document.body)
      entry.current?.querySelector('a')?.focus();
    if (title === null) left.current = false;
  }, [title]);
  /** Where the new title is not taken, it stands there to be changed. @returns whether it was taken */
  const save = async () => {
    const next = title?.trim() ?? '';
    return next === '' || next === conversation.title || (await onRename(conversationId, next));
  };
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (await save()) finish();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') finish();
  };
  // Going elsewhere keeps what was written; the focus stays where it went.
  const onBlur = async () => {
    if (!left.current && (await save())) setTitle(null);
  };

  const remove = ({ detail }: MouseEvent) => {
    // The focus goes on to what comes next, and not out of the list with what is gone.
    const links = [...(entry.current?.closest('nav')?.querySelectorAll<HTMLElement>('.session a') ?? [])];
    const own = links.findIndex((link) => entry.current?.contains(link));
    (links[own + 1] ?? links[own - 1])?.focus();
    onDelete(conversation, detail === 0);
  };

  if (title !== null) {
    return (
      <li className="session" ref={entry}>
        <form className="session-rename" onSubmit={onSubmit}>
          <input
            aria-label="Title"
            dir="auto"
            value={title}
            maxLength={maxTitleLength}
            // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here.
            autoFocus
            onFocus={(event) => event.target.select()}
            onChange={(event) => setTitle(event.target.value)}
            onKeyDown={onKeyDown}
            onBlur={onBlur}
          />
        </form>
      </li>
    );
  }
  return (
    <li className="session" ref={entry} data-current={current || undefined}>
      <a
        href={`/c/${conversationId}`}
        onClick={open}
        aria-current={current ? 'page' : undefined}
        title={conversation.title}
      >
        {conversation.activeTurnId !== null && <span className="spinner" role="img" aria-label="Answering" />}
        <span className="session-title" dir="auto" id={titleId}>
          {conversation.title}
        </span>
      </a>
      <span className="session-tools">
        <button
          type="button"
          className="icon-button"
          onClick={() => setTitle(conversation.title)}
          aria-label="Rename"
          aria-describedby={titleId}
          title="Rename"
        >
          <Icon name="pencil" />
        </button>
        <button
          type="button"
          className="icon-button"
          onClick={remove}
          aria-label="Delete"
          aria-describedby={titleId}
          title="Delete"
        >
          <Icon name="trash" />
        </button>
      </span>
    </li>
  );
});
