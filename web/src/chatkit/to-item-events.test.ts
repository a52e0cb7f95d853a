import type { Step, Turn } from '@tallyboard/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleScope, exampleTurn } from '../../fixtures/example-turn.ts';
import { applyEvent, type Items } from '../chatkit-element/apply-event.ts';
import { type ThreadEvent, threadEventSchema } from './protocol/events.ts';
import { toItemEvents } from './to-item-events.ts';
import { toTurnItems } from './to-turn-items.ts';

const startedAt = new Date('2026-11-23T08:00:00.000Z');
const running: Step = {
  id: 's1',
  tool: 'get_sales_by_month',
  title: 'Reading sales by month',
  status: 'running',
  startedAt,
  finishedAt: null,
  resultId: null,
  rows: null,
  bytes: null,
  priceUsd: null,
  message: null,
};
const done: Step = {
  ...running,
  status: 'done',
  finishedAt: startedAt,
  resultId: 'r1',
  rows: 36,
  bytes: 10_485_760,
};

function toEventsOfTurns(turns: Turn[]): ThreadEvent[] {
  let before: Items = [];
  return turns.flatMap((turn) => {
    const after = toTurnItems(turn, 'en-GB');
    const events = toItemEvents(before, after, turn.status !== 'running');
    before = after;
    return events;
  });
}

const life = [
  exampleTurn(),
  exampleTurn({ steps: [running] }),
  exampleTurn({ steps: [done], scopes: [exampleScope] }),
  exampleTurn({ steps: [done], scopes: [exampleScope], text: 'Revenue **rose**' }),
  exampleTurn({ steps: [done], scopes: [exampleScope], text: 'Revenue **rose** by 12 %.' }),
  exampleTurn({
    status: 'completed',
    steps: [done],
    scopes: [exampleScope],
    text: 'Revenue **rose** by 12 %.',
    figures: [{ start: 20, end: 24, proved: false, proof: null }],
    visualizations: [{ id: 'v1', shape: 'table', title: 'Sales', resultId: 'r1', columns: ['month'] }],
    finishedAt: new Date('2026-11-23T08:00:03.000Z'),
  }),
];

describe('a turn that grows', () => {
  const events = toEventsOfTurns(life);

  test('sends only events of the protocol, with nothing that its schema does not name', () => {
    for (const event of events) expect(threadEventSchema.parse(event)).toEqual(event);
  });

  test('sends text as deltas that join to the answer', () => {
    const deltas = events.flatMap((event) =>
      event.type === 'thread.item.updated' &&
      event.update.type === 'assistant_message.content_part.text_delta'
        ? [event.update.delta]
        : [],
    );
    expect(deltas).toEqual(['Revenue **rose**', ' by 12 %.']);
  });

  test('sends the question first and ends every other item with done', () => {
    expect(events[0]).toMatchObject({ type: 'thread.item.done', item: { type: 'user_message' } });
    const ended = events.flatMap((event) =>
      event.type === 'thread.item.done' ? [event.item.id.split('.')[0]] : [],
    );
    expect(ended).toEqual(['question', 'steps', 'scope', 'answer', 'shown', 'end', 'next']);
  });

  test('marks a figure that the data does not prove', () => {
    expect(events).toContainEqual(
      expect.objectContaining({
        update: expect.objectContaining({ type: 'assistant_message.content_part.annotation_added' }),
      }),
    );
  });
});

test('text that was rewritten replaces the item', () => {
  const events = toEventsOfTurns([
    exampleTurn({ text: 'It rose by 12 %.' }),
    exampleTurn({ text: 'It rose by 11 %.' }),
  ]);
  expect(events.at(-1)).toMatchObject({
    type: 'thread.item.replaced',
    item: { content: [{ text: 'It rose by 11 %.' }] },
  });
});

test('places kept for what never came are removed at the end', () => {
  const failed = exampleTurn({ status: 'failed', error: { code: 'timeout', message: 'It took too long.' } });
  const removed = toEventsOfTurns([exampleTurn(), failed]).filter(
    (event) => event.type === 'thread.item.removed',
  );
  expect(removed.map((event) => event.item_id.split('.')[0])).toEqual(['steps', 'scope', 'answer']);
});

test('whatever a turn goes through, a client that applies the events holds the last state', () => {
  const state = fc.record({
    text: fc.string(),
    steps: fc.array(fc.constantFrom(running, done), { maxLength: 3 }),
    scopes: fc.array(fc.constant(exampleScope), { maxLength: 2 }),
    figures: fc.array(fc.constant({ start: 0, end: 1, proved: false, proof: null }), { maxLength: 2 }),
  });
  const end = fc.constantFrom('completed' as const, 'failed' as const, 'cancelled' as const);
  fc.assert(
    fc.property(fc.array(state, { minLength: 1, maxLength: 6 }), end, (states, status) => {
      // Steps are only ever added to or changed in place.
      const grown = states.map((one, index) => ({
        ...one,
        steps: states
          .slice(0, index + 1)
          .reduce<Step[]>((longest, { steps }) => (steps.length > longest.length ? steps : longest), []),
      }));
      const turns = grown.map((one, index) =>
        exampleTurn({ ...one, status: index === grown.length - 1 ? status : 'running' }),
      );
      const items = toEventsOfTurns(turns).reduce<Items>(applyEvent, []);
      const last = turns.at(-1);
      const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
      expect(items.toSorted(byId)).toEqual(last ? toTurnItems(last, 'en-GB').toSorted(byId) : []);
    }),
  );
});
