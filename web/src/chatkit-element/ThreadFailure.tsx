import { Icon } from '../views/icon/Icon.tsx';

type ThreadFailureProps = { phase: { message: string; missing: boolean }; onRetry: () => void };

export function ThreadFailure({ phase, onRetry }: ThreadFailureProps) {
  return (
    <div className="chat-failure" role="alert">
      <Icon name="alert" />
      <p>{phase.message}</p>
      {!phase.missing && (
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
