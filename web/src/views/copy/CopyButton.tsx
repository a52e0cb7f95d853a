import { useEffect, useState } from 'react';
import { Icon } from '../icon/Icon.tsx';

/** `named`: the label stands beside the picture. A text that takes time is made when it is asked for. */
type CopyButtonProps = { text: string | (() => string); label: string; named?: boolean };

const states = {
  idle: { icon: 'copy', said: '' },
  copied: { icon: 'check', said: 'Copied' },
  failed: { icon: 'alert', said: 'Copying is not allowed here' },
} as const;

export function CopyButton({ text, label, named = false }: CopyButtonProps) {
  const [state, setState] = useState<keyof typeof states>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2_000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () =>
    navigator.clipboard.writeText(typeof text === 'string' ? text : text()).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  const { icon, said } = states[state];
  return (
    <button
      type="button"
      className={named ? 'button' : 'icon-button copy-button'}
      onClick={copy}
      aria-label={label}
      title={said || label}
    >
      <Icon name={icon} />
      {named && <span>{label}</span>}
      <span className="visually-hidden" aria-live="polite">
        {said}
      </span>
    </button>
  );
}
