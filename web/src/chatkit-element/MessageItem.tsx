import { memo } from 'react';
import type { Action, ItemOf, ThreadItem } from '../chatkit/protocol/items.ts';
import { ErrorBoundary } from '../views/error-boundary/ErrorBoundary.tsx';
import { AssistantMessage } from './AssistantMessage.tsx';
import type { GiveFeedback } from './give-feedback.ts';
import { UserMessage } from './UserMessage.tsx';
import { WidgetItem } from './WidgetItem.tsx';
import { WorkflowItem } from './WorkflowItem.tsx';

type MessageItemProps = {
  item: ThreadItem;
  /** It grows. */
  streaming: boolean;
  /** An answer runs, this or another one. */
  busy: boolean;
  onAction: (action: Action, item: ItemOf<'widget'>) => void;
  onRetry: ((itemId: string) => void) | null;
  onEdit: ((text: string) => void) | null;
  onFeedback: GiveFeedback | null;
};

/**
 * One item of the conversation. A failure in drawing it stays with it; one that failed while it grew is tried again when it is
 * whole. While an answer grows, the items of others are not drawn again: hand in steady functions.
 */
export const MessageItem = memo(function MessageItem(props: MessageItemProps) {
  return (
    <ErrorBoundary fallback={<BrokenItem />} attempt={props.streaming}>
      <DrawnItem {...props} />
    </ErrorBoundary>
  );
});

function BrokenItem() {
  return (
    <p className="chat-notice" data-level="danger">
      This part of the conversation could not be drawn.
    </p>
  );
}

function DrawnItem(props: MessageItemProps) {
  const { item, streaming, busy, onAction, onRetry, onEdit, onFeedback } = props;
  switch (item.type) {
    case 'user_message': {
      const text = item.content.map((part) => part.text).join('');
      return (
        <UserMessage
          text={text}
          onEdit={onEdit ? () => onEdit(text) : null}
          onRetry={onRetry ? () => onRetry(item.id) : null}
        />
      );
    }
    case 'assistant_message':
      return <AssistantMessage item={item} streaming={streaming} onFeedback={onFeedback} />;
    case 'workflow':
      return <WorkflowItem workflow={item.workflow} />;
    case 'widget':
      return <WidgetItem item={item} busy={busy} onAction={onAction} />;
    case 'client_tool_call':
      return null;
  }
}
