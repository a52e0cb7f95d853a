import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from '../icon/Icon.tsx';
import './dialog.css';

type DialogProps = { title: string; wide?: boolean; onClose: () => void; children: ReactNode };

/** A modal window: the browser keeps the focus in it, gives it back, and closes it at Escape or a click beside it. */
export function Dialog({ title, wide = false, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.setAttribute('closedby', 'any');
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      className="dialog"
      data-wide={wide || undefined}
      ref={dialog}
      onClose={onClose}
      aria-label={title}
    >
      <header>
        <h2>{title}</h2>
        <button
          type="button"
          className="icon-button"
          onClick={() => dialog.current?.close()}
          aria-label="Close"
        >
          <Icon name="close" />
        </button>
      </header>
      {children}
    </dialog>
  );
}
