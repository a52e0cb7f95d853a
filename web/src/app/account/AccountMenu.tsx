import type { User } from '@tallyboard/contract';
import { useId, useRef } from 'react';
import { Icon, type IconName } from '../../views/icon/Icon.tsx';
import type { ThemeChoice } from '../theme/create-theme.ts';
import './account-menu.css';

type AccountMenuProps = {
  person: User | null;
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
export function AccountMenu({ person, choice, onTheme, onShortcuts, onSignOut }: AccountMenuProps) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
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
      <div id={id} popover="auto" className="menu" ref={menu}>
        {person && (
          <div className="menu-person">
            <strong>{person.displayName}</strong>
            <span>{person.roles.map((role) => roleNames[role]).join(', ')}</span>
            <span>{person.warehouses === 'all' ? 'All warehouses' : person.warehouses.join(', ')}</span>
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
