import { useEffect, useState } from 'react';
import { Icon } from '../icon/Icon.tsx';

type CopyButtonProps = { text: string; label: string };

const states = {
  idle: { icon: 'copy', said: '' },
  copied: { icon: 'check', said: 'Copied' },
  failed: { icon: 'alert', said: 'Copying is not allowed here' },
} as const;

export function CopyButton({ text, label }: CopyButtonProps) {
  const [state, setState] = useState<keyof typeof states>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2_000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  const { icon, said } = states[state];
  return (
    <button
      type="button"
      className="icon-button copy-button"
      onClick={copy}
      aria-label={label}
      title={said || label}
    >
      <Icon name={icon} />
      <span className="visually-hidden" aria-live="polite">
        {said}
      </span>
    </button>
  );
}
