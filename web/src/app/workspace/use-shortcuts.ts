import { useEffect, useEffectEvent } from 'react';
import { type ShortcutName, toShortcut } from './shortcuts.ts';

/** Listens for the page's shortcuts for as long as the component is there. Behind an open dialog nothing moves. */
export function useShortcuts(actions: Record<ShortcutName, () => void>): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const name = toShortcut(event);
    if (!name || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    actions[name]();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
