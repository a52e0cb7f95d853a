import type { ChatKitOptions, StartScreenPrompt, UserMessageContent } from '@openai/chatkit';
import { Icon, toIconName } from '../views/icon/Icon.tsx';
import './start-screen.css';

type StartScreenProps = {
  option: ChatKitOptions['startScreen'];
  onAsk: (text: string, content?: UserMessageContent[]) => void;
};

/** Before the first question: a greeting, and what can be asked. */
export function StartScreen({ option, onAsk }: StartScreenProps) {
  const prompts = option?.prompts ?? [];
  const ask = ({ prompt }: StartScreenPrompt) =>
    typeof prompt === 'string' ? onAsk(prompt) : onAsk(prompt.map(({ text }) => text).join(''), prompt);
  return (
    <div className="chat-start">
      <h2>{option?.greeting ?? 'What can I help with today?'}</h2>
      <ul className="chat-prompts">
        {prompts.map((prompt) => (
          <li key={prompt.label}>
            <button type="button" className="chat-prompt" onClick={() => ask(prompt)}>
              <Icon name={toIconName(prompt.icon) ?? 'line'} />
              <span>{prompt.label}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
