import { Icon } from '../views/icon/Icon.tsx';

type ThreadFailureProps = {
  phase: { message: string; missing: boolean };
  onRetry: () => void;
  onNew: () => void;
};

/** A conversation that cannot be shown, with the way on from there. */
export function ThreadFailure({ phase, onRetry, onNew }: ThreadFailureProps) {
  return (
    <div className="chat-failure" role="alert">
      <Icon name="alert" />
      <p>{phase.message}</p>
      <button
        type="button"
        className="button"
        // biome-ignore lint/a11y/noAutofocus: it is all that can be done here, in place of the message box.
        autoFocus={phase.missing}
        onClick={phase.missing ? onNew : onRetry}
      >
        {phase.missing ? 'Start a new one' : 'Try again'}
      </button>
    </div>
  );
}
