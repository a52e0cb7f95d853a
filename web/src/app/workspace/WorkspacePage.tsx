import { useCallback, useRef, useState } from 'react';
import { useLocation, useRoute } from 'wouter';
import { loadChatKit } from '../../chatkit-element/load-chatkit.ts';
import type { ResultRef } from '../../listener/records.ts';
import { createOnce } from '../../live/once.ts';
import { useLive } from '../../live/use-live.ts';
import { Icon } from '../../views/icon/Icon.tsx';
import { AccountMenu } from '../AccountMenu.tsx';
import { Header } from '../Header.tsx';
import { QuotaStatus } from '../quota/QuotaStatus.tsx';
import type { SessionActions, Workspace } from '../session/session-state.ts';
import { SessionsPane } from '../sessions/SessionsPane.tsx';
import type { ThemeControl } from '../theme/create-theme.ts';
import { ChatPane } from './ChatPane.tsx';
import { ConversationPane } from './ConversationPane.tsx';
import { Divider } from './Divider.tsx';
import { showFigure, toFigureId } from './figure-id.ts';
import { OfflineBanner } from './OfflineBanner.tsx';
import { SqlPane } from './SqlPane.tsx';
import { type Toast, Toasts } from './Toasts.tsx';
import { toResultRefs } from './to-result-refs.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { VisualizationsPane } from './VisualizationsPane.tsx';
import './workspace.css';

const chatKit = createOnce(() => loadChatKit(import.meta.env.VITE_CHATKIT_DOMAIN_KEY));

export type WorkspacePageProps = { workspace: Workspace; theme: ThemeControl; actions: SessionActions };

/** The signed-in page: saved sessions, the conversation, its visualizations. */
export function WorkspacePage({ workspace, theme, actions }: WorkspacePageProps) {
  const { records, api } = workspace;
  const locale = navigator.language;
  const { scheme, choice } = useLive(theme.state);
  const element = useLive(chatKit);
  const user = useLive(records.user);
  const person = user.state === 'ready' ? user.value : null;
  const [, params] = useRoute<{ conversationId: string }>('/c/:conversationId');
  const [, navigate] = useLocation();
  const conversationId = params?.conversationId ?? null;
  const [drawer, setDrawer] = useState(false);
  const [view, setView] = useState<'conversation' | 'visualizations'>('conversation');
  const [percent, setPercent] = useState(42);
  const [collapsed, setCollapsed] = useState(false);
  const [toast, setToast] = useState<Toast | null>(null);
  const [sql, setSql] = useState<ResultRef[] | null>(null);
  const panes = useRef<HTMLDivElement>(null);

  const open = useCallback(
    (id: string | null) => {
      setDrawer(false);
      setView('conversation');
      navigate(id === null ? '/' : `/c/${id}`);
    },
    [navigate],
  );
  const onThread = (id: string | null) => {
    if (id !== conversationId) navigate(id === null ? '/' : `/c/${id}`);
  };
  const closeToast = useCallback(() => setToast(null), []);
  const focusMessage = () => panes.current?.querySelector('textarea')?.focus();
  const startNew = () => {
    open(null);
    focusMessage();
  };
  const onAction = (action: { type: string; payload?: Record<string, unknown> }) => {
    if (action.type === 'results.open' && conversationId)
      setSql(toResultRefs(conversationId, action.payload));
    const { turnId, visualizationId } = action.payload ?? {};
    if (
      action.type !== 'visualization.open' ||
      typeof turnId !== 'string' ||
      typeof visualizationId !== 'string'
    )
      return;
    setCollapsed(false);
    setView('visualizations');
    requestAnimationFrame(() => showFigure(toFigureId(turnId, visualizationId)));
  };
  useShortcuts({ startNew, focusMessage });

  return (
    <div
      className="workspace"
      data-view={view}
      data-drawer={drawer || undefined}
      data-collapsed={collapsed || undefined}
    >
      <Header>
        <button
          type="button"
          className="icon-button drawer-button"
          onClick={() => setDrawer(!drawer)}
          aria-expanded={drawer}
          aria-controls="sessions"
          aria-label="Sessions"
        >
          <Icon name="menu" />
        </button>
        <button type="button" className="button new-button" onClick={startNew}>
          <Icon name="plus" />
          <span>New conversation</span>
        </button>
        <div className="header-end">
          <QuotaStatus usage={records.usage} locale={locale} />
          <button
            type="button"
            className="icon-button collapse-button"
            onClick={() => setCollapsed(!collapsed)}
            aria-pressed={!collapsed}
            aria-label="Visualizations panel"
            title={collapsed ? 'Show the visualizations' : 'Hide the visualizations'}
          >
            <Icon name="panel" />
          </button>
          <AccountMenu person={person} choice={choice} onTheme={theme.choose} onSignOut={actions.signOut} />
        </div>
      </Header>
      <OfflineBanner />
      <div className="panes" ref={panes}>
        <nav id="sessions" className="sessions" aria-label="Saved sessions">
          <SessionsPane
            records={records}
            api={api}
            locale={locale}
            conversationId={conversationId}
            showToast={setToast}
            onOpen={open}
          />
        </nav>
        {drawer && (
          <button
            type="button"
            className="drawer-shade"
            aria-label="Close the sessions"
            onClick={() => setDrawer(false)}
          />
        )}
        <main
          className="content"
          ref={(element) => element?.style.setProperty('--panel-share', `${percent}%`)}
        >
          <ConversationPane records={records} api={api} conversationId={conversationId} showToast={setToast}>
            {element.state === 'ready' && user.state !== 'loading' && (
              <ChatPane
                workspace={workspace}
                conversationId={conversationId}
                displayName={person?.displayName ?? ''}
                roles={person?.roles ?? []}
                scheme={scheme}
                onThread={onThread}
                onAction={onAction}
              />
            )}
            {element.state === 'failed' && (
              <p className="chat-missing" role="alert">
                The chat could not be loaded. Reload the page to try again.
              </p>
            )}
          </ConversationPane>
          <Divider label="Width of the visualizations" percent={percent} onChange={setPercent} />
          <VisualizationsPane
            records={records}
            conversationId={conversationId}
            locale={locale}
            scheme={scheme}
            onShowSql={setSql}
          />
        </main>
      </div>
      <div className="view-switch">
        {(['conversation', 'visualizations'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={view === one} onClick={() => setView(one)}>
            {one === 'conversation' ? 'Answers' : 'Charts'}
          </button>
        ))}
      </div>
      {sql && <SqlPane records={records} refs={sql} locale={locale} onClose={() => setSql(null)} />}
      <Toasts toast={toast} onDone={closeToast} />
    </div>
  );
}
