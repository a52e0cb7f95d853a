import type { Conversation } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import { findSessions } from './find-sessions.ts';

const at = new Date('2026-11-23T08:00:00Z');
const session = (conversationId: string, title: string, questions?: string): Conversation => ({
  conversationId,
  title,
  ...(questions && { questions }),
  createdAt: at,
  lastAccessedAt: at,
  expiresAt: at,
  turnCount: 1,
  activeTurnId: null,
  archivedAt: null,
});
const sessions = [
  session('a', 'Sales by month', 'Sales by month\nSplit this by warehouse'),
  session('b', 'Stock of pumps'),
];

test.each([
  ['', 'ab'],
  ['STOCK', 'b'],
  ['warehouse sales', 'a'],
  ['warehouse pumps', ''],
])('%j finds %j', (search, found) => {
  expect(
    findSessions(sessions, search, 'en')
      .map((one) => one.conversationId)
      .join(''),
  ).toBe(found);
});
