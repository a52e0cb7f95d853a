import { loadChatKit } from '../../chatkit-element/load-chatkit.ts';
import { createOnce } from '../../live/once.ts';
import { useLive } from '../../live/use-live.ts';
import { ChatPane, type ChatPaneProps } from './ChatPane.tsx';

const chatKit = createOnce(() => loadChatKit(import.meta.env.VITE_CHATKIT_DOMAIN_KEY));

/** Waits for the chat element and for who is asking: the first screen greets by name and role. */
export function ChatGate(props: Omit<ChatPaneProps, 'displayName' | 'roles'>) {
  const element = useLive(chatKit);
  const user = useLive(props.workspace.records.user);
  if (element.state === 'failed') {
    return (
      <p className="chat-missing" role="alert">
        The chat could not be loaded. Reload the page to try again.
      </p>
    );
  }
  if (element.state === 'loading' || user.state === 'loading') return <ChatSkeleton />;
  const person = user.state === 'ready' ? user.value : null;
  return <ChatPane {...props} displayName={person?.displayName ?? ''} roles={person?.roles ?? []} />;
}

function ChatSkeleton() {
  return (
    <div className="chat-outline" role="status" aria-label="Loading the chat">
      <span />
    </div>
  );
}
