import type { ChatKitOptions, OpenAIChatKit, UserMessageContent } from '@openai/chatkit';
import { createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { ErrorBoundary } from '../views/error-boundary/ErrorBoundary.tsx';
import { applyTheme } from './apply-theme.ts';
import { ChatView } from './ChatView.tsx';
import { type ChatStore, createChatStore } from './create-chat-store.ts';
import { keepDraftIn } from './kept-draft.ts';
import { parseDeeplink } from './parse-deeplink.ts';

const tag = 'openai-chatkit';

/** Registers our `<openai-chatkit>`. Does nothing where the tag is taken: an element cannot be defined twice. */
export function defineChatKitElement(): void {
  if (!customElements.get(tag)) customElements.define(tag, ChatKitElement);
}

type SendParams = Parameters<OpenAIChatKit['sendUserMessage']>[0];
type ComposerParams = Parameters<OpenAIChatKit['setComposerValue']>[0];

/** Drawn in the page's own document, not in a frame: the page's styles, focus order and tests reach into it. */
class ChatKitElement extends HTMLElement {
  readonly #store: ChatStore;
  #root: Root | null = null;
  #ending: ReturnType<typeof setTimeout> | null = null;

  constructor() {
    super();
    this.#store = createChatStore(
      (name, detail) => this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true })),
      keepDraftIn(window.sessionStorage),
    );
  }

  connectedCallback(): void {
    if (this.#ending) clearTimeout(this.#ending);
    this.#ending = null;
    if (this.#root) return;
    const host = document.createElement('div');
    host.className = 'chat';
    host.addEventListener('click', (event) => this.#followDeeplink(event));
    this.replaceChildren(host);
    this.#root = createRoot(host);
    const fallback = createElement(
      'p',
      { className: 'chat-failure', role: 'alert' },
      'The chat could not be drawn. Reload the page to try again.',
    );
    const children = createElement(ChatView, { store: this.#store });
    this.#root.render(createElement(ErrorBoundary, { fallback, children }));
  }

  disconnectedCallback(): void {
    // Moving the element disconnects and connects it in one go.
    this.#ending = setTimeout(() => {
      this.#store.leave();
      this.#root?.unmount();
      this.#root = null;
    });
  }

  /** A link of this kind is for the page to follow. */
  #followDeeplink(event: Event): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const deeplink = link && parseDeeplink(link.getAttribute('href') ?? '');
    if (!deeplink) return;
    event.preventDefault();
    this.dispatchEvent(
      new CustomEvent('chatkit.deeplink', { detail: deeplink, bubbles: true, composed: true }),
    );
  }

  setOptions(options: ChatKitOptions): void {
    applyTheme(this, options.theme);
    if (options.frameTitle) {
      this.setAttribute('role', 'group');
      this.setAttribute('aria-label', options.frameTitle);
    }
    this.#store.setOptions(options);
  }

  async focusComposer(): Promise<void> {
    this.querySelector<HTMLTextAreaElement>('textarea')?.focus();
  }

  async setThreadId(threadId: string | null): Promise<void> {
    await this.#store.open(threadId);
  }

  async sendUserMessage(params: SendParams): Promise<void> {
    if (params.newThread) await this.#store.open(null);
    await this.#store.send(toText(params.text, params.content), {
      ...(params.content && !params.text && { content: params.content }),
      ...(params.reply && { reply: params.reply }),
      ...(params.toolChoice && { toolId: params.toolChoice.id }),
      ...(params.model && { modelId: params.model }),
      ...(params.attachments && { attachments: params.attachments }),
    });
  }

  async setComposerValue(params: ComposerParams): Promise<void> {
    if (params.text !== undefined || params.content)
      this.#store.setDraft(toText(params.text, params.content));
    if (params.selectedToolId !== undefined) this.#store.chooseTool(params.selectedToolId);
    if (params.selectedModelId) this.#store.chooseModel(params.selectedModelId);
  }

  async fetchUpdates(): Promise<void> {
    await this.#store.fetchUpdates();
  }

  async sendCustomAction(
    action: { type: string; payload?: Record<string, unknown> },
    itemId?: string,
  ): Promise<void> {
    await this.#store.act(action, itemId ?? null);
  }

  async showHistory(): Promise<void> {
    if (this.#store.get().options?.history?.enabled !== false) await this.#store.history.show();
  }

  async hideHistory(): Promise<void> {
    this.#store.history.hide();
  }
}

function toText(text: string | undefined, content: UserMessageContent[] | undefined): string {
  return text ?? content?.map((part) => part.text).join('') ?? '';
}
