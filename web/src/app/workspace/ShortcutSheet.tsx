import { Dialog } from '../../views/dialog/Dialog.tsx';
import { shortcuts } from './shortcuts.ts';
import './shortcut-sheet.css';

const inMessageBox = [
  { label: 'Send', keys: ['Enter'] },
  { label: 'New line', keys: ['Shift', 'Enter'] },
  { label: 'Stop the answer, in the message box', keys: ['Esc'] },
];

export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <dl className="shortcut-list">
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
      <p className="shortcut-note">On a Mac, ⌘ works in place of Ctrl.</p>
    </Dialog>
  );
}
