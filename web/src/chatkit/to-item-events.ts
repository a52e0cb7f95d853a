import type { ThreadEvent } from './protocol/events.ts';
import type { Annotation, ItemOf, OutputText, ThreadItem } from './protocol/items.ts';

/**
 * The events that turn one state of a turn's items into the next. `finished` ends each item with its `done` event;
 * items that the next state lacks are removed. Apply to an empty `before` to send everything.
 */
export function toItemEvents(before: ThreadItem[], after: ThreadItem[], finished: boolean): ThreadEvent[] {
  const known = new Map(before.map((item) => [item.id, item]));
  const kept = new Set(after.map((item) => item.id));
  const events: ThreadEvent[] = before
    .filter((item) => !kept.has(item.id))
    .map((item) => ({ type: 'thread.item.removed', item_id: item.id }));
  for (const item of after) {
    events.push(...toEvents(known.get(item.id), item));
    if (finished && item.type !== 'user_message') events.push({ type: 'thread.item.done', item });
  }
  return events;
}

function toEvents(before: ThreadItem | undefined, after: ThreadItem): ThreadEvent[] {
  if (after.type === 'user_message') return before ? [] : [{ type: 'thread.item.done', item: after }];
  if (before && before.type !== after.type) return [{ type: 'thread.item.replaced', item: after }];
  if (after.type === 'assistant_message')
    return toMessageEvents(before?.type === after.type ? before : undefined, after);
  if (!before) return [{ type: 'thread.item.added', item: after }];
  if (after.type === 'workflow') return before.type === 'workflow' ? toTaskEvents(before, after) : [];
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (after.type !== 'widget') return [{ type: 'thread.item.replaced', item: after }];
  return [
    {
      type: 'thread.item.updated',
      item_id: after.id,
      update: { type: 'widget.root.updated', widget: after.widget },
    },
  ];
}

function toTaskEvents(before: ItemOf<'workflow'>, after: ItemOf<'workflow'>): ThreadEvent[] {
  if (after.workflow.tasks.length < before.workflow.tasks.length)
    return [{ type: 'thread.item.replaced', item: after }];
  return after.workflow.tasks.flatMap((task, task_index): ThreadEvent[] => {
    const known = before.workflow.tasks[task_index];
    if (known && JSON.stringify(known) === JSON.stringify(task)) return [];
    const type = known ? ('workflow.task.updated' as const) : ('workflow.task.added' as const);
    return [{ type: 'thread.item.updated', item_id: after.id, update: { type, task_index, task } }];
  });
}

function toMessageEvents(
  before: ItemOf<'assistant_message'> | undefined,
  after: ItemOf<'assistant_message'>,
): ThreadEvent[] {
  const events: ThreadEvent[] = [];
  if (!before) events.push({ type: 'thread.item.added', item: { ...after, content: [] } });
  const known = before?.content[0];
  const next = after.content[0];
  if (!next) return known ? [...events, { type: 'thread.item.replaced', item: after }] : events;
  if (known && !isContinuation(known, next)) return [{ type: 'thread.item.replaced', item: after }];
  const content_index = 0;
  const update = (change: Extract<ThreadEvent, { type: 'thread.item.updated' }>['update']) =>
    events.push({ type: 'thread.item.updated', item_id: after.id, update: change });
  if (!known) {
    const content: OutputText = { type: 'output_text', text: '', annotations: [] };
    update({ type: 'assistant_message.content_part.added', content_index, content });
  }
  const delta = next.text.slice(known?.text.length ?? 0);
  if (delta) update({ type: 'assistant_message.content_part.text_delta', content_index, delta });
  const knownCount = known?.annotations.length ?? 0;
  next.annotations.slice(knownCount).forEach((annotation, index) => {
    update({
      type: 'assistant_message.content_part.annotation_added',
      content_index,
      annotation_index: knownCount + index,
      annotation,
    });
  });
  return events;
}

/** True where `next` only adds to `known`: a delta can carry it. */
function isContinuation(known: OutputText, next: OutputText): boolean {
  const same = (annotation: Annotation, index: number) =>
    JSON.stringify(annotation) === JSON.stringify(next.annotations[index]);
  return next.text.startsWith(known.text) && known.annotations.every(same);
}
