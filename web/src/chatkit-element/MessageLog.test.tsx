import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { exampleTurn } from '../../fixtures/example-turn.ts';
import { toQuestionItem, toTurnItems } from '../chatkit/to-turn-items.ts';
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
const failed = toTurnItems(
  exampleTurn({ status: 'failed', error: { code: 'model_unavailable', message: 'No model.' } }),
  'en',
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

test('what asks something can be pressed when no answer runs, and says what it waits for while one does', () => {
  const toButton = (html: string) => /<button[^>]*>Try again/.exec(html)?.[0];
  expect(toButton(draw({ items: failed }))).not.toContain('aria-disabled');
  const waiting = toButton(draw({ items: failed, streaming: true }));
  expect(waiting).toContain('aria-disabled="true"');
  expect(waiting).toContain('title="Wait until the answer has ended"');
});
