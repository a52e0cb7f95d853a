import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { Action, ItemOf, ThreadItem } from '../chatkit/protocol/items.ts';
import { Icon } from '../views/icon/Icon.tsx';
import type { ChatState } from './chat-state.ts';
import type { GiveFeedback } from './give-feedback.ts';
import { LiveAnnouncement } from './LiveAnnouncement.tsx';
import { Markdown } from './Markdown.tsx';
import { MessageItem } from './MessageItem.tsx';
import { toLatest } from './to-latest.ts';
import { UserMessage } from './UserMessage.tsx';
import { useStickToEnd } from './use-stick-to-end.ts';

/** Questions shown at first, and at each asking for more. */
const pageOfQuestions = 30;

export type MessageLogProps = {
  state: ChatState;
  showRetry: boolean;
  onAction: (action: Action, item: ItemOf<'widget'>) => void;
  onRetry: (itemId: string) => void;
  onEdit: (text: string) => void;
  /** Null where no feedback is asked for. */
  onFeedback: GiveFeedback | null;
  /** What is shown before the first question. */
  start: ReactNode;
};

export function MessageLog(props: MessageLogProps) {
  const { state, showRetry, onAction, onRetry, onEdit, onFeedback, start } = props;
  const { items, pending, streaming, phase, progress, notices } = state;
  const follows = !streaming || state.options?.thread?.autoScroll === true;
  const scroller = useRef<HTMLDivElement>(null);
  const { away, toEnd } = useStickToEnd(scroller, state.threadId, pending, follows);
  const [questions, setQuestions] = useState(pageOfQuestions);
  const shown = toLatest(items, questions);
  const more = Math.min(shown.earlier, pageOfQuestions);
  const heightBefore = useRef(0);
  const showEarlier = () => {
    heightBefore.current = scroller.current?.scrollHeight ?? 0;
    setQuestions(questions + pageOfQuestions);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: when more is shown, what was being read stays in its place.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && heightBefore.current > 0) element.scrollTop += element.scrollHeight - heightBefore.current;
    heightBefore.current = 0;
  }, [questions]);
  const growing = streaming ? items.at(-1) : undefined;

  return (
    <div className="chat-scroller" ref={scroller} tabIndex={-1}>
      {/* The log itself is quiet, because it grows letter by letter; LiveAnnouncement says what is worth saying. */}
      <div className="chat-log" role="log" aria-label="Messages" aria-live="off" aria-busy={streaming}>
        {start}
        {phase.kind === 'loading' && <LoadingThread />}
        {shown.earlier > 0 && (
          <button type="button" className="button chat-earlier" onClick={showEarlier}>
            Show {more === 1 ? '1 earlier question' : `${more} earlier questions`}
          </button>
        )}
        {shown.items.map((item) => (
          <MessageItem
            key={item.id}
            item={item}
            streaming={streaming && isOfSameTurn(item, growing)}
            busy={streaming}
            onAction={onAction}
            onRetry={showRetry && !streaming ? onRetry : null}
            onEdit={streaming ? null : onEdit}
            onFeedback={onFeedback}
          />
        ))}
        {pending !== null && <UserMessage text={pending} pending />}
        {(isWaiting(state) || (streaming && progress)) && (
          <p className="chat-thinking">{progress ?? 'Thinking…'}</p>
        )}
        {notices.map((notice) => (
          <div className="chat-notice" data-level={notice.level} key={notice.message}>
            {notice.title && <strong>{notice.title} </strong>}
            <Markdown text={notice.message} marks={[]} />
          </div>
        ))}
      </div>
      <LiveAnnouncement
        items={items}
        streaming={streaming}
        progress={progress}
        failed={state.error !== null}
      />
      {away && start === null && (
        <button type="button" className="chat-to-end" onClick={toEnd} aria-label="Go to the latest message">
          <Icon name="down" />
        </button>
      )}
    </div>
  );
}

function LoadingThread() {
  return (
    <div className="chat-skeleton" role="status" aria-label="Loading the conversation">
      <span />
      <span />
      <span />
    </div>
  );
}

/** Nothing moves yet: neither a step that runs nor text. */
function isWaiting({ streaming, pending, items }: ChatState): boolean {
  if (!streaming) return false;
  if (pending !== null) return true;
  const own = itemsOfLastTurn(items);
  return !own.some(
    (item) =>
      (item.type === 'assistant_message' && item.content.some((part) => part.text !== '')) ||
      (item.type === 'workflow' && item.workflow.tasks.some((task) => task.status_indicator === 'loading')),
  );
}

function itemsOfLastTurn(items: ThreadItem[]): ThreadItem[] {
  const start = items.findLastIndex((item) => item.type === 'user_message');
  return items.slice(Math.max(0, start));
}

function isOfSameTurn(item: ThreadItem, other: ThreadItem | undefined): boolean {
  return other !== undefined && item.created_at === other.created_at && item.thread_id === other.thread_id;
}
