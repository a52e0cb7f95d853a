import { useEffect, useEffectEvent, useRef, useState } from 'react';

/** Where workspace-narrow.css makes the sessions a drawer. */
const narrow = '(width < 75rem)';

/**
 * The sessions where they come in over the page: open, they have the focus and what is behind them does not take it. Escape
 * and a wider window close them; the focus goes back to what opened them.
 */
export function useDrawer<T extends HTMLElement>() {
  const drawer = useRef<T>(null);
  const [open, setOpen] = useState(false);
  const close = () => {
    if (!open) return;
    setOpen(false);
    if (drawer.current?.contains(document.activeElement))
      document.querySelector<HTMLElement>(`[aria-controls="${drawer.current.id}"]`)?.focus();
  };
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    // What is written in a box takes the key for itself.
    const isWritten = event.target instanceof HTMLInputElement && event.target.value !== '';
    if (event.key === 'Escape' && !isWritten) close();
  });
  const onWidth = useEffectEvent((event: MediaQueryListEvent) => {
    if (!event.matches) close();
  });
  useEffect(() => {
    if (!open) return;
    drawer.current?.focus();
    const width = matchMedia(narrow);
    window.addEventListener('keydown', onKeyDown);
    width.addEventListener('change', onWidth);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      width.removeEventListener('change', onWidth);
    };
  }, [open]);
  return { drawer, open, close, toggle: () => (open ? close() : setOpen(true)) };
}
