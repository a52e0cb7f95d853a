import type { ItemUpdate, ThreadEvent } from '../chatkit/protocol/events.ts';
import type { ThreadItem } from '../chatkit/protocol/items.ts';

/** Items by arrival. */
export type Items = ThreadItem[];

/** The items after an event; the same array where the event concerns none of them. */
export function applyEvent(items: Items, event: ThreadEvent): Items {
  switch (event.type) {
    case 'thread.item.added':
    case 'thread.item.done':
    case 'thread.item.replaced':
      return putItem(items, event.item);
    case 'thread.item.removed':
      return items.filter((item) => item.id !== event.item_id);
    case 'thread.item.updated':
      return items.map((item) => (item.id === event.item_id ? applyUpdate(item, event.update) : item));
    default:
      return items;
  }
}

function putItem(items: Items, next: ThreadItem): Items {
  const index = items.findIndex((item) => item.id === next.id);
  return index === -1 ? [...items, next] : items.with(index, next);
}

function applyUpdate(item: ThreadItem, update: ItemUpdate): ThreadItem {
  switch (update.type) {
    case 'widget.root.updated':
      return item.type === 'widget' ? { ...item, widget: update.widget } : item;
    case 'workflow.task.added':
    case 'workflow.task.updated': {
      if (item.type !== 'workflow') return item;
      const tasks = [...item.workflow.tasks];
      tasks[update.task_index] = update.task;
      return { ...item, workflow: { ...item.workflow, tasks } };
    }
    default:
      return item.type === 'assistant_message'
        ? { ...item, content: applyContent(item.content, update) }
        : item;
  }
}

type Content = Extract<ThreadItem, { type: 'assistant_message' }>['content'];
type ContentUpdate = Extract<ItemUpdate, { content_index: number }>;

function applyContent(content: Content, update: ContentUpdate): Content {
  const next = [...content];
  const part = next[update.content_index] ?? { type: 'output_text' as const, text: '', annotations: [] };
  switch (update.type) {
    case 'assistant_message.content_part.added':
    case 'assistant_message.content_part.done':
      next[update.content_index] = update.content;
      return next;
    case 'assistant_message.content_part.text_delta':
      next[update.content_index] = { ...part, text: part.text + update.delta };
      return next;
    case 'assistant_message.content_part.annotation_added': {
      const annotations = [...part.annotations];
      annotations[update.annotation_index] = update.annotation;
      next[update.content_index] = { ...part, annotations };
      return next;
    }
  }
}
