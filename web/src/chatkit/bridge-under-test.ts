import type { ChatReply, ChatRequest, Conversation, FeedbackRequest } from '@tallyboard/contract';
import { vi } from 'vitest';
import { exampleTurn } from '../../fixtures/example-turn.ts';
import { createFakeRecords } from '../../fixtures/fake-records.ts';
import { readEvents } from '../chatkit-element/read-events.ts';
import { createBridge } from './create-bridge.ts';
import { type ThreadEvent, threadEventSchema } from './protocol/events.ts';

export const turnId = 'turn-0000000000000001';
export const conversation: Conversation = {
  conversationId: turnId,
  title: 'Sales of three months',
  createdAt: new Date('2026-11-23T08:00:00Z'),
  lastAccessedAt: new Date('2026-11-23T08:00:00Z'),
  turnCount: 1,
  activeTurnId: null,
  archivedAt: null,
  expiresAt: new Date('2026-12-23T08:00:00Z'),
};
export const completed = exampleTurn({
  status: 'completed',
  text: 'It rose.',
  finishedAt: new Date('2026-11-23T08:00:02Z'),
});

/** A bridge over records in memory and an API whose answers a test gives. */
export function setUp() {
  const fake = createFakeRecords();
  const reply = Promise.withResolvers<ChatReply>();
  const chat = vi.fn((_request: ChatRequest) => reply.promise);
  const cancel = vi.fn(async () => {});
  const patchConversation = vi.fn(async () => {});
  const saveFeedback = vi.fn(
    async (_conversationId: string, _turnId: string, _feedback: FeedbackRequest) => {},
  );
  const notUsed = () => Promise.reject(new Error('not used'));
  const leaving = { value: false };
  const bridge = createBridge({
    api: {
      chat,
      cancel,
      patchConversation,
      saveFeedback,
      rerun: notUsed,
      readOverview: notUsed,
      exportConversation: notUsed,
    },
    records: fake.records,
    locale: 'en-GB',
    now: () => new Date('2026-11-23T08:00:00Z'),
    newId: () => turnId,
    isLeaving: () => leaving.value,
    graceMs: 20,
    retryPauseMs: 5,
  });
  const post = (type: string, params: unknown, signal?: AbortSignal) =>
    bridge.fetch('/chatkit', {
      method: 'POST',
      body: JSON.stringify({ type, params }),
      signal: signal ?? null,
    });
  return { ...fake, bridge, post, chat, cancel, patchConversation, saveFeedback, reply, leaving };
}

export const input = {
  content: [{ type: 'input_text', text: "Compare the last three months' sales" }],
  attachments: [],
};

/** Reads a whole stream, checking that each event is of the protocol. */
export async function readAll(reply: Response): Promise<ThreadEvent[]> {
  const events: ThreadEvent[] = [];
  if (!reply.body) return events;
  for await (const event of readEvents(reply.body)) events.push(threadEventSchema.parse(event));
  return events;
}

export const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
