export type ShortcutName =
  | 'newConversation'
  | 'focusMessage'
  | 'stopAnswer'
  | 'previousSession'
  | 'nextSession'
  | 'previousFigure'
  | 'nextFigure'
  | 'showShortcuts';

type Shortcut = { name: ShortcutName; label: string; keys: string[]; matches: (event: KeyPress) => boolean };
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Each with Ctrl, ⌘ or Alt: single letters would be typed by mistake, by voice input most of all. */
export const shortcuts: Shortcut[] = [
  {
    name: 'newConversation',
    label: 'New conversation',
    keys: ['Ctrl', 'Shift', 'O'],
    matches: withControl('o', true),
  },
  {
    name: 'focusMessage',
    label: 'Go to the message box',
    keys: ['Ctrl', 'I'],
    matches: withControl('i', false),
  },
  { name: 'stopAnswer', label: 'Stop the answer', keys: ['Ctrl', '.'], matches: withControl('.') },
  { name: 'previousSession', label: 'Session above', keys: ['Alt', '↑'], matches: withAlt('ArrowUp') },
  { name: 'nextSession', label: 'Session below', keys: ['Alt', '↓'], matches: withAlt('ArrowDown') },
  {
    name: 'previousFigure',
    label: 'Previous visualization',
    keys: ['Alt', 'Page up'],
    matches: withAlt('PageUp'),
  },
  {
    name: 'nextFigure',
    label: 'Next visualization',
    keys: ['Alt', 'Page down'],
    matches: withAlt('PageDown'),
  },
  { name: 'showShortcuts', label: 'This list', keys: ['Ctrl', '/'], matches: withControl('/') },
];

/** The shortcut that was pressed, or null. */
export function toShortcut(event: KeyPress): ShortcutName | null {
  return shortcuts.find((shortcut) => shortcut.matches(event))?.name ?? null;
}

/** Ctrl, or ⌘ where that is the key for it. Signs are with or without Shift, as the keyboard has them. */
function withControl(key: string, shift?: boolean) {
  return (event: KeyPress) =>
    (event.ctrlKey || event.metaKey) &&
    !event.altKey &&
    (shift === undefined || event.shiftKey === shift) &&
    event.key.toLowerCase() === key;
}

function withAlt(key: string) {
  return (event: KeyPress) =>
    event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.key === key;
}
