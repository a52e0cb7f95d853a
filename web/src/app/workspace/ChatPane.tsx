import { ChatKit, useChatKit } from '@openai/chatkit-react';
import type { Overview, Role } from '@tallyboard/contract';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { type Loaded, unread } from '../../live/live.ts';
import { useLive } from '../../live/use-live.ts';
import type { Workspace } from '../sign-in/sign-in-state.ts';
import { namesFigure } from './figure-id.ts';
import { toStarters } from './starters.ts';
import { useFollowElsewhere } from './use-follow-elsewhere.ts';

export type ChatPaneProps = {
  workspace: Workspace;
  conversationId: string | null;
  displayName: string;
  roles: Role[];
  scheme: 'light' | 'dark';
  /** A question to send as if it had been typed, which may have been asked before the chat was there. */
  asked: string | null;
  onSent: () => void;
  onThread: (conversationId: string | null) => void;
  /** A widget's button that the page acts on: `visualization.open`, `results.open`. */
  onAction: (action: { type: string; payload?: Record<string, unknown> }) => void;
};

/** ChatKit, kept on the conversation that the address names. */
export function ChatPane({
  workspace,
  conversationId,
  displayName,
  roles,
  scheme,
  onThread,
  onAction,
  asked,
  onSent,
}: ChatPaneProps) {
  const { bridge, records, config } = workspace;
  const starts = conversationId === null;
  // As known when the start screen is first drawn: a starter does not become another one under the pointer.
  const categories = useMemo(() => {
    const overview = workspace.overview.get();
    return starts && overview.state === 'ready' ? overview.value.categories : [];
  }, [workspace, starts]);
  // In a conversation nobody looks at it.
  const loaded = useLive<Loaded<Overview>>(starts ? workspace.overview : unread);
  const prompts = toStarters(roles, categories, loaded.state === 'ready' ? loaded.value : null);
  const shown = useRef<string | null>(null);
  /** The conversation whose items the element holds. */
  const [settled, setSettled] = useState<string | null>(null);

  const chat = useChatKit({
    api: {
      url: '/chatkit',
      domainKey: import.meta.env.VITE_CHATKIT_DOMAIN_KEY ?? 'own-element',
      fetch: bridge.fetch,
    },
    theme: { colorScheme: scheme, density: 'compact' },
    header: { enabled: false },
    history: { enabled: false },
    startScreen: {
      greeting: toGreeting(displayName, prompts.length > 0 ? null : config.accessContact),
      prompts,
    },
    composer: { placeholder: 'Ask about sales and stock' },
    disclaimer: { text: `${config.model} answers. Figures that the data does not prove are marked.` },
    threadItemActions: { retry: true, feedback: true },
    thread: { autoScroll: true },
    widgets: { onAction: async (action) => onAction(action) },
    onThreadChange: ({ threadId }) => {
      shown.current = threadId;
      if (threadId === null) setSettled(null);
      onThread(threadId);
    },
    onThreadLoadEnd: ({ threadId }) => setSettled(threadId),
    onResponseEnd: () => setSettled(shown.current),
    onError: ({ error }) => console.warn('ChatKit', error.message),
  });

  const { setThreadId, focusComposer, sendUserMessage } = chat;
  const send = useEffectEvent((text: string) => {
    void sendUserMessage({ text });
    onSent();
  });
  useEffect(() => {
    if (asked !== null) send(asked);
  }, [asked]);
  // Not `initialThread`: the element would open it before anyone listens to its events.
  useEffect(() => {
    if (shown.current !== conversationId) void setThreadId(conversationId);
    // A link to a figure puts the focus there.
    if (matchMedia('(pointer: fine)').matches && !namesFigure(window.location.hash)) void focusComposer();
  }, [conversationId, setThreadId, focusComposer]);
  useFollowElsewhere({ chat, bridge, records, conversationId, settled });

  return <ChatKit control={chat.control} className="chatkit" />;
}

/** @param contact whom to ask for data, where there is none */
function toGreeting(displayName: string, contact: string | null): string {
  if (contact !== null) return `There is no data yet. Ask ${contact} to send it.`;
  const [name] = displayName.split(' ');
  return name ? `What would you like to know, ${name}?` : 'What would you like to know?';
}
