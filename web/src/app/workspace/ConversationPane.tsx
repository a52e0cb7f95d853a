import type { Conversation } from '@tallyboard/contract';
import { type ReactNode, useEffect, useState } from 'react';
import type { Api } from '../../api/api.ts';
import { ApiError } from '../../api/api-error.ts';
import type { Records } from '../../listener/records.ts';
import type { Live, Loaded } from '../../live/live.ts';
import { createState } from '../../live/state.ts';
import { useLive } from '../../live/use-live.ts';
import { Icon } from '../../views/icon/Icon.tsx';
import { saveFile } from './save-file.ts';
import type { ShowToast } from './Toasts.tsx';

type ConversationPaneProps = {
  records: Records;
  api: Api;
  conversationId: string | null;
  showToast: ShowToast;
  children: ReactNode;
};

const none: Live<Loaded<Conversation | null>> = createState<Loaded<Conversation | null>>({
  state: 'ready',
  value: null,
});

/** The conversation under its title, with its exports. */
export function ConversationPane({
  records,
  api,
  conversationId,
  showToast,
  children,
}: ConversationPaneProps) {
  const loaded = useLive(conversationId === null ? none : records.conversation(conversationId));
  const conversation = loaded.state === 'ready' ? loaded.value : null;
  const [saving, setSaving] = useState<'json' | 'csv' | null>(null);

  const save = async (format: 'json' | 'csv') => {
    if (conversationId === null || saving) return;
    setSaving(format);
    try {
      const { blob, fileName } = await api.exportConversation(conversationId, format);
      saveFile(blob, fileName);
    } catch (error) {
      showToast({
        text: error instanceof ApiError ? error.message : 'The export did not succeed. Try again.',
      });
    } finally {
      setSaving(null);
    }
  };

  const deleted = conversation !== null && conversation.archivedAt !== null;
  useEffect(() => {
    if (!deleted) return;
    // The button that brings it back goes with the message; a finger would bring up the keyboard.
    return () => {
      if (document.activeElement === document.body && matchMedia('(pointer: fine)').matches)
        document.querySelector('textarea')?.focus();
    };
  }, [deleted]);
  const restore = async (id: string) => {
    try {
      await api.patchConversation(id, { archived: false });
    } catch {
      showToast({ text: 'The session was not restored. Try again.' });
    }
  };

  const title = conversation?.title ?? (conversationId === null ? 'New conversation' : 'Conversation');

  return (
    <section className="conversation" aria-label="Conversation">
      <title>{conversation ? `${conversation.title} · Tallyboard` : 'Tallyboard'}</title>
      <header className="pane-header">
        <h2 className="pane-title" dir="auto" title={title}>
          {title}
        </h2>
        <div className="pane-tools">
          {(['json', 'csv'] as const).map((format) => (
            <button
              key={format}
              type="button"
              className="button"
              disabled={conversation === null}
              aria-disabled={saving !== null}
              aria-label={`Export ${format.toUpperCase()}`}
              onClick={() => void save(format)}
            >
              <Icon name="download" />
              {format.toUpperCase()}
            </button>
          ))}
        </div>
      </header>
      {children}
      {deleted && (
        <p className="conversation-deleted" role="status">
          This conversation was deleted.
          <button type="button" className="button" onClick={() => void restore(conversation.conversationId)}>
            Restore
          </button>
        </p>
      )}
    </section>
  );
}
