import type { Overview, User } from '@tallyboard/contract';
import { useId, useRef, useState } from 'react';
import { type Live, type Loaded, unread } from '../../live/live.ts';
import { useLive } from '../../live/use-live.ts';
import { Icon, type IconName } from '../../views/icon/Icon.tsx';
import type { ThemeChoice } from '../theme/create-theme.ts';
import './account-menu.css';

type AccountMenuProps = {
  person: User | null;
  /** Knows the warehouses by name; read while the menu is open. */
  overview: Live<Loaded<Overview>>;
  choice: ThemeChoice;
  onTheme: (choice: ThemeChoice) => void;
  onShortcuts: () => void;
  onSignOut: () => void;
};

const themes: { choice: ThemeChoice; label: string; icon: IconName }[] = [
  { choice: 'system', label: 'System', icon: 'system' },
  { choice: 'light', label: 'Light', icon: 'sun' },
  { choice: 'dark', label: 'Dark', icon: 'moon' },
];
const roleNames = { warehouse_manager: 'Warehouse manager', analyst: 'Analyst' } as const;

/** Who is signed in, what they may see, the theme, and the way out. */
export function AccountMenu({ person, overview, choice, onTheme, onShortcuts, onSignOut }: AccountMenuProps) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const loaded = useLive<Loaded<Overview>>(open && person?.warehouses !== 'all' ? overview : unread);
  const names = loaded.state === 'ready' ? loaded.value.warehouses : undefined;
  const showShortcuts = () => {
    // The focus is back on the button that opened it, from where the dialog takes it.
    menu.current?.hidePopover();
    onShortcuts();
  };
  return (
    <>
      <button type="button" className="icon-button" popoverTarget={id}>
        {person ? <span className="initials">{toInitials(person.displayName)}</span> : <Icon name="person" />}
        <span className="visually-hidden">Account</span>
      </button>
      <div
        id={id}
        popover="auto"
        className="menu"
        ref={menu}
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {person && (
          <div className="menu-person">
            <strong>{person.displayName}</strong>
            <span>{person.roles.map((role) => roleNames[role]).join(', ')}</span>
            <span>
              {person.warehouses === 'all' ? 'All warehouses' : (names ?? person.warehouses).join(', ')}
            </span>
          </div>
        )}
        <fieldset className="menu-themes">
          <legend>Theme</legend>
          {themes.map((theme) => (
            <button
              key={theme.choice}
              type="button"
              aria-pressed={choice === theme.choice}
              onClick={() => onTheme(theme.choice)}
            >
              <Icon name={theme.icon} />
              {theme.label}
            </button>
          ))}
        </fieldset>
        <button type="button" className="menu-entry" onClick={showShortcuts}>
          Keyboard shortcuts
        </button>
        <button type="button" className="menu-entry" onClick={onSignOut}>
          Sign out
        </button>
      </div>
    </>
  );
}

function toInitials(name: string): string {
  const letters = name.split(/\s+/).map((word) => word[0] ?? '');
  return `${letters[0] ?? ''}${letters.length > 1 ? (letters.at(-1) ?? '') : ''}`.toUpperCase();
}
