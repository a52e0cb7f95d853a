import type { Overview, QueryUsage, User } from '@tallyboard/contract';
import type { Live, Loaded } from '../../live/live.ts';
import { useLive } from '../../live/use-live.ts';
import { Icon } from '../../views/icon/Icon.tsx';
import { AccountMenu } from '../account/AccountMenu.tsx';
import { Header } from '../Header.tsx';
import { QuotaStatus } from '../quota/QuotaStatus.tsx';
import type { ThemeControl } from '../theme/create-theme.ts';

export type WorkspaceHeaderProps = {
  user: Live<Loaded<User | null>>;
  usage: Live<Loaded<QueryUsage | null>>;
  overview: Live<Loaded<Overview>>;
  queriesPerHour: number;
  theme: ThemeControl;
  locale: string;
  drawerOpen: boolean;
  panelOpen: boolean;
  onDrawer: () => void;
  onNew: () => void;
  onPanel: () => void;
  onShortcuts: () => void;
  onSignOut: () => void;
};

export function WorkspaceHeader(props: WorkspaceHeaderProps) {
  const user = useLive(props.user);
  const { choice } = useLive(props.theme.state);
  return (
    <Header>
      <button
        type="button"
        className="icon-button drawer-button"
        onClick={props.onDrawer}
        aria-expanded={props.drawerOpen}
        aria-controls="sessions"
        aria-label="Sessions"
      >
        <Icon name="menu" />
      </button>
      <button type="button" className="button new-button" onClick={props.onNew}>
        <Icon name="plus" />
        <span>New conversation</span>
      </button>
      <div className="header-end">
        <QuotaStatus usage={props.usage} queriesPerHour={props.queriesPerHour} locale={props.locale} />
        <button
          type="button"
          className="icon-button collapse-button"
          onClick={props.onPanel}
          aria-pressed={props.panelOpen}
          aria-label="Visualizations panel"
          title={props.panelOpen ? 'Hide the visualizations' : 'Show the visualizations'}
        >
          <Icon name="panel" />
        </button>
        <AccountMenu
          person={user.state === 'ready' ? user.value : null}
          overview={props.overview}
          choice={choice}
          onTheme={props.theme.choose}
          onShortcuts={props.onShortcuts}
          onSignOut={props.onSignOut}
        />
      </div>
    </Header>
  );
}
