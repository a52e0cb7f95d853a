import { useEffect, useEffectEvent } from 'react';

export type Shortcuts = { startNew: () => void; focusMessage: () => void };

/** Ctrl or ⌘ with Shift+O begins a conversation; with I goes to the message box. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (event.shiftKey && key === 'o') shortcuts.startNew();
    else if (!event.shiftKey && key === 'i') shortcuts.focusMessage();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
