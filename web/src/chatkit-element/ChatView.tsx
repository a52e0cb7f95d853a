import type { ChatKitOptions } from '@openai/chatkit';
import { useRef } from 'react';
import type { Action, ItemOf } from '../chatkit/protocol.ts';
import { useLive } from '../live/use-live.ts';
import { Composer } from './Composer.tsx';
import type { ChatStore } from './create-chat-store.ts';
import { MessageLog } from './MessageLog.tsx';
import { StartScreen } from './StartScreen.tsx';
import { ThreadFailure } from './ThreadFailure.tsx';
import './chat.css';

/** The whole element, subscribed to its store; everything below only draws. */
export function ChatView({ store }: { store: ChatStore }) {
  const state = useLive(store);
  const box = useRef<HTMLTextAreaElement>(null);
  const { options, phase } = state;
  if (!options) return null;

  const onAction = (action: Action, item: ItemOf<'widget'>) => {
    if (action.handler !== 'client') return void store.act(action, item.id);
    const { type, payload } = action;
    const widget = item.widget;
    if (isRoot(widget.type))
      void options.widgets?.onAction?.({ type, ...(payload && { payload }) }, toWidgetItem(item));
  };
  const send = (text: string) => void store.send(text);

  const edit = (text: string) => {
    store.setDraft(text);
    box.current?.focus();
  };

  return (
    <>
      {phase.kind === 'failed' ? (
        <ThreadFailure phase={phase} onRetry={() => void store.open(state.threadId)} />
      ) : (
        <MessageLog
          key={state.threadId ?? 'new'}
          state={state}
          showRetry={options.threadItemActions?.retry === true}
          onAction={onAction}
          onFeedback={options.threadItemActions?.feedback === true ? store.giveFeedback : null}
          onEdit={edit}
          onRetry={(itemId) => void store.retry(itemId)}
          start={phase.kind === 'new' ? <StartScreen option={options.startScreen} onAsk={send} /> : null}
        />
      )}
      <Composer
        box={box}
        draft={state.draft}
        busy={state.streaming}
        canStop={state.canStop}
        disabled={phase.kind === 'failed' || phase.kind === 'loading'}
        error={state.error?.message ?? null}
        placeholder={options.composer?.placeholder ?? 'Message the AI'}
        disclaimer={options.disclaimer?.text ?? null}
        onDraft={store.setDraft}
        onSend={send}
        onStop={store.stop}
        onDismissError={store.dismissError}
      />
    </>
  );
}

type Root = 'Card' | 'ListView' | 'Basic';
type OnAction = NonNullable<NonNullable<ChatKitOptions['widgets']>['onAction']>;

function isRoot(type: string): type is Root {
  return type === 'Card' || type === 'ListView' || type === 'Basic';
}

/** The widget as the option's callback is promised it: its id is what callers use. */
function toWidgetItem(item: ItemOf<'widget'>): Parameters<OnAction>[1] {
  return { id: item.id, widget: { type: 'Basic', children: [] } };
}
