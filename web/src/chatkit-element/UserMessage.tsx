import { Icon } from '../views/icon/Icon.tsx';

type UserMessageProps = {
  text: string;
  pending?: boolean;
  /** Puts the question into the composer, to be changed. */
  onEdit?: (() => void) | null;
  onRetry?: (() => void) | null;
};

export function UserMessage({ text, pending = false, onEdit = null, onRetry = null }: UserMessageProps) {
  return (
    <div className="chat-question" data-pending={pending || undefined}>
      <p dir="auto">{text}</p>
      <span className="chat-question-tools">
        {onEdit && (
          <button
            type="button"
            className="icon-button"
            onClick={onEdit}
            aria-label="Edit and ask"
            title="Edit and ask"
          >
            <Icon name="pencil" />
          </button>
        )}
        {onRetry && (
          <button
            type="button"
            className="icon-button"
            onClick={onRetry}
            aria-label="Ask again"
            title="Ask again"
          >
            <Icon name="retry" />
          </button>
        )}
      </span>
    </div>
  );
}
