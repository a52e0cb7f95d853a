import { maxReasonLength } from '@tallyboard/contract';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Icon } from '../views/icon/Icon.tsx';
import type { GiveFeedback, Verdict } from './give-feedback.ts';
import './feedback.css';

const reasons = ['Wrong figures', 'Not what I asked', 'Hard to read'];

/** Two buttons under an answer; after the second one, what was wrong. The reason is optional: the verdict counts at once. */
export function Feedback({ itemId, onGive }: { itemId: string; onGive: GiveFeedback }) {
  const [given, setGiven] = useState<Verdict | null>(null);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [thanked, setThanked] = useState(false);
  const boxId = useId();
  const negative = useRef<HTMLButtonElement>(null);

  const give = async (kind: Verdict) => {
    if (!(await onGive(itemId, kind, null))) return;
    setGiven(kind);
    setAsking(kind === 'negative');
    setThanked(kind === 'positive');
  };
  const explain = async (text: string) => {
    if (text.trim() !== '' && !(await onGive(itemId, 'negative', text.trim()))) return;
    // The form goes; the focus goes back to what brought it.
    negative.current?.focus();
    setAsking(false);
    setThanked(true);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void explain(reason);
  };

  return (
    <>
      {(['positive', 'negative'] as const).map((kind) => (
        <button
          key={kind}
          ref={kind === 'negative' ? negative : null}
          type="button"
          className="icon-button"
          aria-label={kind === 'positive' ? 'Helpful' : 'Not helpful'}
          title={kind === 'positive' ? 'Helpful' : 'Not helpful'}
          aria-pressed={given === kind}
          onClick={() => void give(kind)}
        >
          <Icon name={kind === 'positive' ? 'thumb-up' : 'thumb-down'} />
        </button>
      ))}
      <span className="feedback-thanks" role="status">
        {thanked ? 'Thank you.' : ''}
      </span>
      {asking && (
        <form className="feedback-form" onSubmit={onSubmit}>
          <label htmlFor={boxId}>What was wrong?</label>
          <div className="feedback-reasons">
            {reasons.map((text) => (
              <button key={text} type="button" className="button" onClick={() => void explain(text)}>
                {text}
              </button>
            ))}
          </div>
          <div className="feedback-own">
            <input
              id={boxId}
              value={reason}
              maxLength={maxReasonLength}
              placeholder="Or in your own words"
              onChange={(event) => setReason(event.target.value)}
            />
            <button type="submit" className="button">
              {reason.trim() === '' ? 'Skip' : 'Send'}
            </button>
          </div>
        </form>
      )}
    </>
  );
}
