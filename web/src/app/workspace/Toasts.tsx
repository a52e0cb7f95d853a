import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { Icon } from '../../views/icon/Icon.tsx';
import './toasts.css';

export type Toast = {
  text: string;
  action?: { label: string; run: () => void };
  /** It came of a key: the action is far from where that was pressed. */
  takesFocus?: boolean;
};
export type ShowToast = (toast: Toast | null) => void;

type ToastsProps = { toast: Toast | null; onDone: () => void };

const shownMs = 8_000;

/** One message at a time, under the headers: at the foot it would lie on the message box. It stays while it is pointed at or has the focus. */
export function Toasts({ toast, onDone }: ToastsProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!toast) return;
    const timer = setInterval(() => {
      if (!place.current?.matches(':is(:hover, :focus-within)')) onDone();
    }, shownMs);
    if (toast.takesFocus) place.current?.querySelector('button')?.focus();
    return () => clearInterval(timer);
  }, [toast, onDone]);
  /** Where the focus was before it came here. */
  const from = useRef<Element | null>(null);
  const onFocus = ({ relatedTarget }: FocusEvent) => {
    if (!place.current?.contains(relatedTarget)) from.current = relatedTarget;
  };
  const close = () => {
    const hasFocus = () => place.current?.contains(document.activeElement);
    if (hasFocus() && from.current instanceof HTMLElement) from.current.focus();
    // What had it before is gone.
    if (hasFocus()) document.querySelector('textarea')?.focus();
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // An open drawer takes the next one.
    event.stopPropagation();
    close();
  };
  const textId = useId();
  return (
    <div className="toasts" aria-live="polite">
      {toast && (
        // biome-ignore lint/a11y/noStaticElementInteractions: it looks where the focus comes from, and Escape is beside its buttons.
        <div className="toast" ref={place} onFocus={onFocus} onKeyDown={onKeyDown}>
          <span id={textId}>{toast.text}</span>
          {toast.action && (
            <button
              type="button"
              className="toast-action"
              aria-describedby={textId}
              onClick={() => {
                close();
                toast.action?.run();
              }}
            >
              {toast.action.label}
            </button>
          )}
          <button type="button" className="icon-button" onClick={close} aria-label="Dismiss the message">
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
