import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { exampleTurn } from '../../fixtures/example-turn.ts';
import { toQuestionItem } from '../chatkit/to-turn-items.ts';
import { type ChatState, initialChatState } from './chat-state.ts';
import { MessageLog } from './MessageLog.tsx';

const draw = (change: Partial<ChatState>) =>
  renderToStaticMarkup(
    <MessageLog
      state={{ ...initialChatState, phase: { kind: 'ready' }, ...change }}
      showRetry={false}
      onAction={() => {}}
      onRetry={() => {}}
      onEdit={() => {}}
      onFeedback={null}
      start={null}
    />,
  );
const toQuestions = (count: number) =>
  Array.from({ length: count }, (_, index) => toQuestionItem(exampleTurn({ turnId: `turn-${index}` })));

test.each([
  [30, null],
  [31, 'Show 1 earlier question'],
  [32, 'Show 2 earlier questions'],
  [90, 'Show 30 earlier questions'],
])('of %i questions the latest thirty are drawn, and what shows more says how many', (count, label) => {
  const html = draw({ items: toQuestions(count) });
  expect(/Show \d+ earlier questions?/.exec(html)?.[0] ?? null).toBe(label);
});
