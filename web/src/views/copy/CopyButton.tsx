import { useEffect, useState } from 'react';
import { Icon } from '../icon/Icon.tsx';

type CopyButtonProps = { text: string; label: string };

export function CopyButton({ text, label }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
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
  return (
    <button type="button" className="icon-button copy-button" onClick={copy} aria-label={label} title={label}>
      <Icon name={state === 'copied' ? 'check' : 'copy'} />
      <span className="visually-hidden" aria-live="polite">
        {state === 'copied' && 'Copied'}
        {state === 'failed' && 'Copying is not allowed here'}
      </span>
    </button>
  );
}
