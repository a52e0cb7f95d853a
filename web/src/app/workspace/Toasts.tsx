import { useEffect } from 'react';
import { Icon } from '../../views/icon/Icon.tsx';
import './toasts.css';

export type Toast = { text: string; action?: { label: string; run: () => void } };
export type ShowToast = (toast: Toast) => void;

type ToastsProps = { toast: Toast | null; onDone: () => void };

const shownMs = 8_000;

/** One message at a time, under the headers: at the foot it would lie on the message box. */
export function Toasts({ toast, onDone }: ToastsProps) {
  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(onDone, shownMs);
    return () => clearTimeout(timer);
  }, [toast, onDone]);
  return (
    <div className="toasts" aria-live="polite">
      {toast && (
        <div className="toast">
          <span>{toast.text}</span>
          {toast.action && (
            <button
              type="button"
              className="toast-action"
              onClick={() => {
                toast.action?.run();
                onDone();
              }}
            >
              {toast.action.label}
            </button>
          )}
          <button type="button" className="icon-button" onClick={onDone} aria-label="Dismiss the message">
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
