import { z } from 'zod';
import {
  annotationSchema,
  optionalText,
  outputTextSchema,
  taskSchema,
  threadItemSchema,
  threadSchema,
  widgetNodeSchema,
} from './items.ts';

export const itemUpdateSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('assistant_message.content_part.added'),
    content_index: z.number().int(),
    content: outputTextSchema,
  }),
  z.object({
    type: z.literal('assistant_message.content_part.text_delta'),
    content_index: z.number().int(),
    delta: z.string(),
  }),
  z.object({
    type: z.literal('assistant_message.content_part.annotation_added'),
    content_index: z.number().int(),
    annotation_index: z.number().int(),
    annotation: annotationSchema,
  }),
  z.object({
    type: z.literal('assistant_message.content_part.done'),
    content_index: z.number().int(),
    content: outputTextSchema,
  }),
  z.object({ type: z.literal('workflow.task.added'), task_index: z.number().int(), task: taskSchema }),
  z.object({ type: z.literal('workflow.task.updated'), task_index: z.number().int(), task: taskSchema }),
  z.object({ type: z.literal('widget.root.updated'), widget: widgetNodeSchema }),
]);
export type ItemUpdate = z.infer<typeof itemUpdateSchema>;

export const threadEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('thread.created'), thread: threadSchema }),
  z.object({ type: z.literal('thread.updated'), thread: threadSchema }),
  z.object({ type: z.literal('thread.item.added'), item: threadItemSchema }),
  z.object({ type: z.literal('thread.item.done'), item: threadItemSchema }),
  z.object({ type: z.literal('thread.item.replaced'), item: threadItemSchema }),
  z.object({ type: z.literal('thread.item.removed'), item_id: z.string() }),
  z.object({ type: z.literal('thread.item.updated'), item_id: z.string(), update: itemUpdateSchema }),
  z.object({ type: z.literal('stream_options'), stream_options: z.object({ allow_cancel: z.boolean() }) }),
  z.object({ type: z.literal('progress_update'), icon: optionalText, text: z.string() }),
  z.object({
    type: z.literal('client_effect'),
    name: z.string(),
    data: z.record(z.string(), z.unknown()).optional(),
  }),
  z.object({
    type: z.literal('notice'),
    level: z.enum(['info', 'warning', 'danger']),
    message: z.string(),
    title: z.string().optional(),
  }),
  z.object({
    type: z.literal('error'),
    code: z.enum(['stream.error', 'custom']),
    message: z.string().optional(),
    allow_retry: z.boolean(),
  }),
]);
export type ThreadEvent = z.infer<typeof threadEventSchema>;
