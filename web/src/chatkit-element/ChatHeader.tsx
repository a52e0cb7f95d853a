import type { ChatKitOptions, HeaderIcon } from '@openai/chatkit';
import { Icon, type IconName, toIconName } from '../views/icon/Icon.tsx';
import './chat-header.css';

type ChatHeaderProps = {
  option: NonNullable<ChatKitOptions['header']>;
  /** Of the open thread. */
  title: string | null;
  hasHistory: boolean;
  onHistory: () => void;
  onNew: () => void;
};

/** The thread's title between the page's own two buttons, with the history and a new thread. */
export function ChatHeader({ option, title, hasHistory, onHistory, onNew }: ChatHeaderProps) {
  const { leftAction, rightAction } = option;
  return (
    <header className="chat-header">
      {leftAction && <HeaderButton {...toButton(leftAction.icon)} onClick={leftAction.onClick} />}
      {option.title?.enabled === false ? (
        <span className="chat-header-space" />
      ) : (
        <h2>{option.title?.text ?? title ?? 'New chat'}</h2>
      )}
      {hasHistory && <HeaderButton label="History" icon="menu" onClick={onHistory} />}
      <HeaderButton label="New chat" icon="plus" onClick={onNew} />
      {rightAction && <HeaderButton {...toButton(rightAction.icon)} onClick={rightAction.onClick} />}
    </header>
  );
}

type HeaderButtonProps = { label: string; icon: IconName; onClick: () => void };

function HeaderButton({ label, icon, onClick }: HeaderButtonProps) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

const pictures: Partial<Record<HeaderIcon, IconName>> = {
  'back-small': 'back',
  'back-large': 'back',
  compose: 'pencil',
  hamburger: 'menu',
  'light-mode': 'sun',
  'dark-mode': 'moon',
  share: 'external',
};

/** The option names a picture only, so the picture's name is what the button is called. */
function toButton(icon: HeaderIcon): { label: string; icon: IconName } {
  const words = icon.replaceAll('-', ' ');
  const own = pictures[icon] ?? toIconName(icon) ?? (icon.includes('sidebar') ? 'panel' : 'menu');
  return { label: words.charAt(0).toUpperCase() + words.slice(1), icon: own };
}
