import { useCallback, useRef, useState } from 'react';
import { useLocation, useRoute } from 'wouter';
import type { ResultRef } from '../../listener/records.ts';
import { useLive } from '../../live/use-live.ts';
import { useMatches } from '../../live/use-matches.ts';
import { toPageLocale } from '../../views/format/to-page-locale.ts';
import { SessionsPane } from '../saved-sessions/SessionsPane.tsx';
import type { SignInActions, Workspace } from '../sign-in/sign-in-state.ts';
import { StartPane } from '../start/StartPane.tsx';
import type { ThemeControl } from '../theme/create-theme.ts';
import { ChatGate } from './ChatGate.tsx';
import { ConversationPane } from './ConversationPane.tsx';
import { Divider, usualPercent } from './Divider.tsx';
import { namesFigure, showFigure, toFigureId } from './figure-id.ts';
import { OfflineBanner } from './OfflineBanner.tsx';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { SqlPane } from './SqlPane.tsx';
import { type Toast, Toasts } from './Toasts.tsx';
import { toPageAction } from './to-page-action.ts';
import { useDrawer } from './use-drawer.ts';
import { useFiguresInPlace } from './use-figures-in-place.tsx';
import { useKept } from './use-kept.ts';
import { usePageShortcuts } from './use-page-shortcuts.ts';
import { VisualizationsPane } from './VisualizationsPane.tsx';
import { WorkspaceHeader } from './WorkspaceHeader.tsx';
import './workspace.css';
import './workspace-narrow.css';
import '../../styles/print.css';

export type WorkspacePageProps = { workspace: Workspace; theme: ThemeControl; actions: SignInActions };
type View = 'conversation' | 'visualizations';

/** Where workspace-narrow.css shows one thing at a time. */
const phone = '(width < 40rem), ((width < 56rem) and (height < 40rem))';
const messagePlaces = 'textarea, .chat-failure button, .conversation-deleted button';

/** The signed-in page: saved sessions, the conversation that the address names, its visualizations. */
export function WorkspacePage({ workspace, theme, actions }: WorkspacePageProps) {
  const { records, api } = workspace;
  const locale = toPageLocale(navigator.language);
  const { scheme } = useLive(theme.state);
  const [, params] = useRoute<{ conversationId: string }>('/c/:conversationId');
  const [, navigate] = useLocation();
  const conversationId = params?.conversationId ?? null;
  const drawer = useDrawer<HTMLElement>();
  const [view, setView] = useState<View>(
    namesFigure(window.location.hash) ? 'visualizations' : 'conversation',
  );
  const [percent, setPercent] = useKept('panelPercent', (kept) => Number(kept) || usualPercent);
  const [panelOpen, setPanelOpen] = useKept('panelOpen', (kept) => kept !== 'false');
  const oneAtATime = useMatches(phone);
  const [toast, setToast] = useState<Toast | null>(null);
  const [sql, setSql] = useState<ResultRef[] | null>(null);
  const [sheet, setSheet] = useState(false);
  const [asked, setAsked] = useState<string | null>(null);
  const panes = useRef<HTMLDivElement>(null);

  const goTo = (id: string | null) => {
    const path = id === null ? '/' : `/c/${id}`;
    // Going back from where one went twice would seem to do nothing.
    if (path !== window.location.pathname) navigate(path);
  };
  const open = (id: string | null) => {
    drawer.close();
    setView('conversation');
    setAsked(null);
    goTo(id);
  };
  /** The message box, or what stands in its place where nothing can be asked. */
  const focusMessage = () =>
    [...(panes.current?.querySelectorAll<HTMLElement>(messagePlaces) ?? [])]
      .find((place) => place.checkVisibility())
      ?.focus();
  const startNew = () => {
    open(null);
    focusMessage();
  };
  const onAction = (action: { type: string; payload?: Record<string, unknown> }) => {
    const known = conversationId === null ? null : toPageAction(conversationId, action);
    if (known?.kind === 'results') setSql(known.refs);
    if (known?.kind !== 'visualization') return;
    setPanelOpen(true);
    setView('visualizations');
    requestAnimationFrame(() => showFigure(toFigureId(known.turnId, known.visualizationId)));
  };
  const ask = (question: string) => {
    setView('conversation');
    setAsked(question);
  };
  const tellMissing = () => {
    // Said once: later answers are not looked through for it.
    history.replaceState(history.state, '', window.location.pathname);
    setView('conversation');
    setToast({ text: 'The figure that this link names is not in this conversation.' });
  };
  const closeToast = useCallback(() => setToast(null), []);
  const showShortcuts = () => setSheet(true);
  useFiguresInPlace({
    active: !panelOpen || oneAtATime,
    records,
    conversationId,
    locale,
    scheme,
    onShowSql: setSql,
  });
  usePageShortcuts({ panes, newConversation: startNew, focusMessage, showShortcuts });

  return (
    <div
      className="workspace"
      data-view={view}
      data-drawer={drawer.open || undefined}
      data-collapsed={!panelOpen || undefined}
    >
      <button type="button" className="button skip-button" onClick={focusMessage}>
        Skip to the message box
      </button>
      <WorkspaceHeader
        user={records.user}
        usage={records.usage}
        overview={workspace.overview}
        queriesPerHour={workspace.config.queriesPerHour}
        theme={theme}
        locale={locale}
        drawerOpen={drawer.open}
        panelOpen={panelOpen}
        onDrawer={drawer.toggle}
        onNew={startNew}
        onPanel={() => setPanelOpen(!panelOpen)}
        onShortcuts={showShortcuts}
        onSignOut={actions.signOut}
      />
      <OfflineBanner reached={records.reached} />
      <div className="panes" ref={panes}>
        <nav id="sessions" className="sessions" aria-label="Saved sessions" ref={drawer.drawer} tabIndex={-1}>
          <SessionsPane
            records={records}
            api={api}
            keptDays={workspace.config.conversationDays}
            locale={locale}
            conversationId={conversationId}
            showToast={setToast}
            onOpen={open}
          />
        </nav>
        {drawer.open && (
          <button
            type="button"
            className="drawer-shade"
            aria-label="Close the sessions"
            onClick={drawer.close}
          />
        )}
        <main
          className="content"
          inert={drawer.open}
          ref={(element) => element?.style.setProperty('--panel-share', `${percent}%`)}
        >
          <ConversationPane records={records} api={api} conversationId={conversationId} showToast={setToast}>
            <ChatGate
              workspace={workspace}
              conversationId={conversationId}
              scheme={scheme}
              onThread={goTo}
              onAction={onAction}
              asked={asked}
              onSent={() => setAsked(null)}
            />
          </ConversationPane>
          <Divider label="Width of the visualizations" percent={percent} onChange={setPercent} />
          {conversationId === null ? (
            <StartPane overview={workspace.overview} user={records.user} locale={locale} onAsk={ask} />
          ) : (
            <VisualizationsPane
              key={conversationId}
              records={records}
              conversationId={conversationId}
              locale={locale}
              scheme={scheme}
              onShowSql={setSql}
              onMissing={tellMissing}
            />
          )}
        </main>
      </div>
      <ViewSwitch view={view} panelLabel={conversationId === null ? 'Stock' : 'Charts'} onChange={setView} />
      {sql && <SqlPane records={records} api={api} refs={sql} locale={locale} onClose={() => setSql(null)} />}
      {sheet && <ShortcutSheet onClose={() => setSheet(false)} />}
      <Toasts toast={toast} onDone={closeToast} />
    </div>
  );
}

type ViewSwitchProps = { view: View; panelLabel: string; onChange: (view: View) => void };

/** On a phone there is room for one of the two. */
function ViewSwitch({ view, panelLabel, onChange }: ViewSwitchProps) {
  return (
    <div className="view-switch">
      <button type="button" aria-pressed={view === 'conversation'} onClick={() => onChange('conversation')}>
        Answers
      </button>
      <button
        type="button"
        aria-pressed={view === 'visualizations'}
        onClick={() => onChange('visualizations')}
      >
        {panelLabel}
      </button>
    </div>
  );
}
