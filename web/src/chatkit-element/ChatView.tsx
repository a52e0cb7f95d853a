import type { UserMessageContent } from '@openai/chatkit';
import { lazy, Suspense, useRef } from 'react';
import type { Action, ItemOf } from '../chatkit/protocol/items.ts';
import { useLive } from '../live/use-live.ts';
import { useSteady } from '../live/use-steady.ts';
import { Composer } from './Composer.tsx';
import type { ChatStore } from './create-chat-store.ts';
import { isRootWidget } from './is-root-widget.ts';
import { MessageLog } from './MessageLog.tsx';
import { putAbove } from './put-above.ts';
import { StartScreen } from './StartScreen.tsx';
import { ThreadFailure } from './ThreadFailure.tsx';
import { toDefaultModel } from './to-user-input.ts';
import './chat.css';

type Parts = typeof import('./optional-parts.ts').optionalParts;
const lazyPart = <Name extends keyof Parts>(name: Name) =>
  lazy(() => import('./optional-parts.ts').then(({ optionalParts }) => ({ default: optionalParts[name] })));
const ChatHeader = lazyPart('ChatHeader');
const HistoryPanel = lazyPart('HistoryPanel');
const ComposerChoices = lazyPart('ComposerChoices');

/** The whole element, subscribed to its store; everything below only draws. */
export function ChatView({ store }: { store: ChatStore }) {
  const state = useLive(store);
  const history = useLive(store.history);
  const box = useRef<HTMLTextAreaElement>(null);
  const { options, phase } = state;
  /** For what goes when it is pressed. A finger would bring up the keyboard with it. */
  const focusBox = () => {
    if (matchMedia('(pointer: fine)').matches) box.current?.focus();
  };

  const onAction = useSteady((action: Action, item: ItemOf<'widget'>) => {
    if (action.handler !== 'client') {
      focusBox();
      return void store.act(action, item.id);
    }
    const { type, payload } = action;
    const widget = item.widget;
    if (isRootWidget(widget))
      void options?.widgets?.onAction?.({ type, ...(payload && { payload }) }, { id: item.id, widget });
  });
  const send = (text: string, content?: UserMessageContent[]) =>
    void store.send(text, content ? { content } : {});

  const edit = useSteady((text: string) => {
    store.setDraft(putAbove(text, store.get().draft));
    box.current?.focus();
  });
  const retry = useSteady((itemId: string) => {
    focusBox();
    void store.retry(itemId);
  });
  if (!options) return null;

  const { header = {}, composer = {} } = options;
  const hasHistory = options.history?.enabled !== false;
  const tool = composer.tools?.find(({ id }) => id === state.toolId);
  const openFromHistory = (threadId: string) => {
    store.history.hide();
    void store.open(threadId);
  };
  if (history.kind !== 'closed') {
    return (
      <Suspense>
        <HistoryPanel
          history={store.history}
          option={options.history ?? {}}
          locale={options.locale ?? navigator.language}
          onOpen={openFromHistory}
        />
      </Suspense>
    );
  }

  return (
    <>
      {header.enabled !== false && (
        <Suspense fallback={<header className="chat-header" />}>
          <ChatHeader
            option={header}
            title={state.title}
            hasHistory={hasHistory}
            onHistory={() => void store.history.show()}
            onNew={() => void store.open(null)}
          />
        </Suspense>
      )}
      {phase.kind === 'failed' ? (
        <ThreadFailure
          phase={phase}
          onRetry={() => {
            focusBox();
            void store.open(state.threadId);
          }}
          onNew={() => void store.open(null)}
        />
      ) : (
        <MessageLog
          key={state.threadId ?? 'new'}
          state={state}
          showRetry={options.threadItemActions?.retry === true}
          onAction={onAction}
          onFeedback={options.threadItemActions?.feedback === true ? store.giveFeedback : null}
          onEdit={edit}
          onRetry={retry}
          start={phase.kind === 'new' ? <StartScreen option={options.startScreen} onAsk={send} /> : null}
        />
      )}
      {!(phase.kind === 'failed' && phase.missing) && (
        <Composer
          box={box}
          draft={state.draft}
          busy={state.streaming}
          // What does not get through can be taken back.
          canStop={state.canStop || (state.pending !== null && state.progress !== null)}
          disabled={phase.kind === 'failed' || phase.kind === 'loading'}
          error={state.error?.message ?? null}
          placeholder={tool?.placeholderOverride ?? composer.placeholder ?? 'Message the AI'}
          disclaimer={options.disclaimer ?? null}
          choices={
            (composer.tools || composer.models) && (
              <Suspense>
                <ComposerChoices
                  tools={composer.tools ?? []}
                  models={composer.models ?? []}
                  toolId={state.toolId}
                  modelId={state.modelId ?? toDefaultModel(options)}
                  onTool={store.chooseTool}
                  onModel={store.chooseModel}
                />
              </Suspense>
            )
          }
          onDraft={store.setDraft}
          onSend={send}
          onStop={store.stop}
          onDismissError={() => {
            focusBox();
            store.dismissError();
          }}
        />
      )}
    </>
  );
}
