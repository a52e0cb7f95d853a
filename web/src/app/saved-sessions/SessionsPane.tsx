import type { Conversation } from '@tallyboard/contract';
import { useEffect, useRef, useState } from 'react';
import type { Api } from '../../api/api.ts';
import { ApiError } from '../../api/api-error.ts';
import type { Records } from '../../listener/records.ts';
import { useLive } from '../../live/use-live.ts';
import { useNow } from '../../live/use-now.ts';
import { useSteady } from '../../live/use-steady.ts';
import { Icon } from '../../views/icon/Icon.tsx';
import type { ShowToast } from '../workspace/Toasts.tsx';
import { DeletedSessions } from './DeletedSessions.tsx';
import { SessionList } from './SessionList.tsx';

type SessionsPaneProps = {
  records: Records;
  api: Api;
  keptDays: number;
  locale: string;
  conversationId: string | null;
  showToast: ShowToast;
  onOpen: (conversationId: string | null) => void;
};

/** The saved sessions, live. A deleted one goes at once and can be brought back. */
export function SessionsPane(props: SessionsPaneProps) {
  const { records, api, keptDays, locale, conversationId, showToast, onOpen } = props;
  const loaded = useLive(records.conversations);
  const older = useLive(records.olderConversations);
  const now = useNow(60_000);
  const [showsDeleted, setShowsDeleted] = useState(false);
  const toDeleted = useRef<HTMLButtonElement>(null);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());

  // What is not listed any more needs no hiding: where it comes back, it was restored, in another tab too.
  useEffect(() => {
    if (loaded.state !== 'ready') return;
    const listed = new Set(loaded.value.map((one) => one.conversationId));
    setHidden((before) => {
      const still = [...before].filter((id) => listed.has(id));
      return still.length === before.size ? before : new Set(still);
    });
  }, [loaded]);

  const hide = (id: string, isHidden: boolean) =>
    setHidden((before) => {
      const next = new Set(before);
      if (isHidden) next.add(id);
      else next.delete(id);
      return next;
    });
  const attempt = async (change: Promise<void>, failed: string) => {
    try {
      await change;
      return true;
    } catch (error) {
      showToast({ text: error instanceof ApiError ? `${failed} ${error.message}` : failed });
      return false;
    }
  };
  const restore = async ({ conversationId: id }: Conversation, wasOpen = false) => {
    if (!(await attempt(api.patchConversation(id, { archived: false }), 'The session was not restored.')))
      return;
    hide(id, false);
    // What offered to bring it back is over.
    showToast(null);
    if (wasOpen) onOpen(id);
  };
  const remove = useSteady(async (conversation: Conversation, byKey: boolean) => {
    // Who has gone on keeps the focus.
    let takesFocus = byKey;
    const goOn = () => {
      takesFocus = false;
    };
    for (const input of ['keydown', 'pointerdown']) window.addEventListener(input, goOn, { once: true });
    const id = conversation.conversationId;
    hide(id, true);
    const wasOpen = id === conversationId;
    if (wasOpen) onOpen(null);
    if (!(await attempt(api.patchConversation(id, { archived: true }), 'The session was not deleted.')))
      return hide(id, false);
    showToast({
      takesFocus,
      text: `Deleted “${conversation.title}”.`,
      action: { label: 'Undo', run: () => void restore(conversation, wasOpen) },
    });
  });
  const rename = useSteady((id: string, title: string) =>
    attempt(api.patchConversation(id, { title }), 'The session was not renamed.'),
  );
  const open = useSteady(onOpen);

  if (showsDeleted) {
    return (
      <DeletedPane
        records={records}
        onRestore={(conversation) => void restore(conversation)}
        onBack={() => {
          setShowsDeleted(false);
          requestAnimationFrame(() => toDeleted.current?.focus());
        }}
      />
    );
  }
  return (
    <>
      <SessionList
        older={older}
        onOlder={records.loadOlderConversations}
        loaded={
          loaded.state === 'ready'
            ? { ...loaded, value: loaded.value.filter((one) => !hidden.has(one.conversationId)) }
            : loaded
        }
        keptDays={keptDays}
        now={now}
        locale={locale}
        currentId={conversationId}
        onOpen={open}
        onRename={rename}
        onDelete={remove}
      />
      <button
        type="button"
        className="sessions-link sessions-deleted"
        ref={toDeleted}
        onClick={() => setShowsDeleted(true)}
      >
        <Icon name="trash" />
        Recently deleted
      </button>
    </>
  );
}

type DeletedPaneProps = {
  records: Records;
  onRestore: (conversation: Conversation) => void;
  onBack: () => void;
};

/** Listens to the deleted sessions while they are shown. */
function DeletedPane({ records, onRestore, onBack }: DeletedPaneProps) {
  const loaded = useLive(records.deletedConversations);
  return <DeletedSessions loaded={loaded} onRestore={onRestore} onBack={onBack} />;
}
