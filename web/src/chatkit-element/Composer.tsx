import type { FormEvent, KeyboardEvent, ReactNode, RefObject } from 'react';
import { Icon } from '../views/icon/Icon.tsx';
import { Markdown } from './Markdown.tsx';
import './composer.css';

export type ComposerProps = {
  box: RefObject<HTMLTextAreaElement | null>;
  draft: string;
  /** An answer is coming: nothing can be sent. */
  busy: boolean;
  canStop: boolean;
  /** There is no thread to write to. */
  disabled: boolean;
  error: string | null;
  placeholder: string;
  disclaimer: { text: string; highContrast?: boolean } | null;
  /** Menus under the box. */
  choices: ReactNode;
  onDraft: (text: string) => void;
  onSend: (text: string) => void;
  onStop: () => void;
  onDismissError: () => void;
};

/** Enter sends, Shift+Enter breaks the line, Escape stops the answer. */
export function Composer(props: ComposerProps) {
  const { box, draft, busy, disabled } = props;
  const sendable = !busy && !disabled && draft.trim() !== '';

  /** A finger's keyboard would cover the answer that comes. */
  const leaveBox = () => {
    if (matchMedia('(pointer: fine)').matches) box.current?.focus();
    else box.current?.blur();
  };
  const send = () => {
    if (!sendable) return box.current?.focus();
    props.onSend(draft.trim());
    leaveBox();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter chooses a candidate (keyCode 229 covers Safari).
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape' && busy && props.canStop) props.onStop();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    send();
  };
  const stop = () => {
    props.onStop();
    leaveBox();
  };

  return (
    <form className="chat-composer" onSubmit={onSubmit}>
      {props.error && (
        <div className="chat-error" role="alert">
          <Icon name="alert" />
          <p>{props.error}</p>
          <button type="button" className="icon-button" onClick={props.onDismissError} aria-label="Dismiss">
            <Icon name="close" />
          </button>
        </div>
      )}
      <div className="chat-box">
        <textarea
          ref={box}
          aria-label="Message"
          placeholder={props.placeholder}
          rows={1}
          value={draft}
          onChange={(event) => props.onDraft(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {/* Two elements: one that turned into Send under the click that stops would send what is in the box. */}
        {busy ? (
          <button
            key="stop"
            type="button"
            className="chat-send"
            onClick={stop}
            disabled={!props.canStop}
            aria-label="Stop"
            title="Stop (Esc)"
          >
            <Icon name="stop" />
          </button>
        ) : (
          <button
            key="send"
            type="submit"
            className="chat-send"
            disabled={!sendable}
            aria-label="Send"
            title="Send (Enter)"
          >
            <Icon name="send" />
          </button>
        )}
      </div>
      {props.choices}
      {props.disclaimer && (
        <div className="chat-disclaimer" data-contrast={props.disclaimer.highContrast ? 'high' : undefined}>
          <Markdown text={props.disclaimer.text} marks={[]} />
        </div>
      )}
    </form>
  );
}
