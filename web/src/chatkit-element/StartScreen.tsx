import type { ChatKitOptions } from '@openai/chatkit';
import { Icon, toIconName } from '../views/icon/Icon.tsx';
import './start-screen.css';

type StartScreenProps = { option: ChatKitOptions['startScreen']; onAsk: (text: string) => void };

/** Before the first question: a greeting, and what can be asked. */
export function StartScreen({ option, onAsk }: StartScreenProps) {
  const prompts = option?.prompts ?? [];
  return (
    <div className="chat-start">
      <h2>{option?.greeting ?? 'What can I help with today?'}</h2>
      <ul className="chat-prompts">
        {prompts.map((prompt) => (
          <li key={prompt.label}>
            <button type="button" className="chat-prompt" onClick={() => onAsk(toText(prompt.prompt))}>
              <Icon name={toIconName(prompt.icon) ?? 'line'} />
              <span>{prompt.label}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function toText(prompt: string | { text: string }[]): string {
  return typeof prompt === 'string' ? prompt : prompt.map((part) => part.text).join('');
}
