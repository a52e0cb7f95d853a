import { expect, test } from 'vitest';
import { type Conversation, isKept, restorableMs } from './conversation.ts';

const now = new Date('2026-11-23T08:00:00Z');
const at = (offsetMs: number) => new Date(now.getTime() + offsetMs);
const conversation: Conversation = {
  conversationId: 'conversation-0001',
  title: 'Sales',
  createdAt: at(-1),
  lastAccessedAt: at(-1),
  turnCount: 1,
  activeTurnId: null,
  archivedAt: null,
  expiresAt: at(1),
};

test('a conversation is kept until it expires, and a deleted one as long as it can be restored', () => {
  expect(isKept(conversation, now)).toBe(true);
  expect(isKept({ ...conversation, expiresAt: now }, now)).toBe(false);
  expect(isKept({ ...conversation, archivedAt: at(1 - restorableMs) }, now)).toBe(true);
  expect(isKept({ ...conversation, archivedAt: at(-restorableMs) }, now)).toBe(false);
});
