import { expect, test } from 'vitest';
import { conversationSchema, maxTitleLength } from './conversation.ts';
import { conversationPatchSchema } from './http.ts';
import { feedbackSchema, maxReasonLength } from './turn.ts';
import { maxHeadingLength, tableSchema } from './visualization.ts';

const letters = (count: number) => 'x'.repeat(count);

test.each([
  ['title of a conversation', conversationSchema.shape.title, maxTitleLength],
  ['heading of a visualization', tableSchema.shape.title, maxHeadingLength],
  ['reason of a verdict', feedbackSchema.shape.reason, maxReasonLength],
])('a %s has as many letters as the limit says, and no more', (_name, schema, limit) => {
  expect(schema.safeParse(letters(limit)).success).toBe(true);
  expect(schema.safeParse(letters(limit + 1)).success).toBe(false);
});

test('a new title may be as long as a title', () => {
  expect(conversationPatchSchema.safeParse({ title: letters(maxTitleLength) }).success).toBe(true);
  expect(conversationPatchSchema.safeParse({ title: letters(maxTitleLength + 1) }).success).toBe(false);
});
