import { useEffect, useRef } from 'react';
import { Icon } from '../../views/icon/Icon.tsx';
import { shortcuts } from './shortcuts.ts';
import './shortcut-sheet.css';

const inMessageBox = [
  { label: 'Send', keys: ['Enter'] },
  { label: 'New line', keys: ['Shift', 'Enter'] },
  { label: 'Stop the answer, in the message box', keys: ['Esc'] },
];

export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog className="shortcut-sheet" ref={dialog} onClose={onClose} aria-label="Keyboard shortcuts">
      <header>
        <h2>Keyboard shortcuts</h2>
        <button
          type="button"
          className="icon-button"
          onClick={() => dialog.current?.close()}
          aria-label="Close"
        >
          <Icon name="close" />
        </button>
      </header>
      <dl>
        {[...shortcuts, ...inMessageBox].map(({ label, keys }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p>On a Mac, ⌘ works in place of Ctrl.</p>
    </dialog>
  );
}
