import { Icon } from '../views/icon/Icon.tsx';

type UserMessageProps = { text: string; pending?: boolean; onRetry?: (() => void) | null };

export function UserMessage({ text, pending = false, onRetry = null }: UserMessageProps) {
  return (
    <div className="chat-question" data-pending={pending || undefined}>
      <p>{text}</p>
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
    </div>
  );
}
