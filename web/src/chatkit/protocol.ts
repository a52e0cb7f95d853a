import { z } from 'zod';

/**
 * ChatKit's protocol as a custom server speaks it: the requests that the element posts, the thread and its items, and
 * the events of a streamed reply. Written from the Python server SDK's types (chatkit-python 1.6.5). Only what this
 * product sends or draws is named; unknown fields pass.
 */

const isoDateTime = z.iso.datetime();

export const userContentSchema = z.union([
  z.object({ type: z.literal('input_text'), text: z.string() }),
  z.object({
    type: z.literal('input_tag'),
    id: z.string(),
    text: z.string(),
    data: z.record(z.string(), z.unknown()).default({}),
  }),
]);

export const userInputSchema = z.object({
  content: z.array(userContentSchema),
  attachments: z.array(z.string()).default([]),
  quoted_text: z.string().optional(),
  inference_options: z.record(z.string(), z.unknown()).default({}),
});
export type UserInput = z.infer<typeof userInputSchema>;

const thread = { thread_id: z.string() };
const page = {
  limit: z.number().int().positive().optional(),
  order: z.enum(['asc', 'desc']).optional(),
  after: z.string().optional(),
};

export const actionSchema = z.object({
  type: z.string(),
  payload: z.record(z.string(), z.unknown()).optional(),
  /** Who acts on it: the page (`client`) or what answers the protocol (`server`, the default). */
  handler: z.enum(['client', 'server']).optional(),
});
export type Action = z.infer<typeof actionSchema>;

const request = <T extends string, P extends z.ZodRawShape>(type: T, params: P) =>
  z.object({
    type: z.literal(type),
    params: z.object(params),
    metadata: z.record(z.string(), z.unknown()).optional(),
  });

export const requestSchema = z.discriminatedUnion('type', [
  // answered by a stream of events
  request('threads.create', { input: userInputSchema }),
  request('threads.add_user_message', { ...thread, input: userInputSchema }),
  request('threads.add_client_tool_output', { ...thread, result: z.unknown() }),
  request('threads.add_structured_input', { ...thread, item_id: z.string(), input: z.unknown() }),
  request('threads.retry_after_item', { ...thread, item_id: z.string() }),
  request('threads.custom_action', { ...thread, item_id: z.string().nullish(), action: actionSchema }),
  // answered by JSON
  request('threads.get_by_id', thread),
  request('threads.list', page),
  request('items.list', { ...thread, ...page }),
  request('threads.update', { ...thread, title: z.string() }),
  request('threads.delete', thread),
  request('items.feedback', {
    ...thread,
    item_ids: z.array(z.string()),
    kind: z.enum(['positive', 'negative']),
  }),
  request('attachments.create', {}),
  request('attachments.delete', {}),
  request('input.transcribe', {}),
  request('threads.sync_custom_action', { ...thread, item_id: z.string().nullish(), action: actionSchema }),
]);
export type ChatKitRequest = z.infer<typeof requestSchema>;

/** The parts of ChatKit's widget components that this product sends and draws. */
export type WidgetNode = {
  type: string;
  id?: string | undefined;
  value?: string | undefined;
  label?: string | undefined;
  name?: string | undefined;
  color?: string | undefined;
  weight?: string | undefined;
  wrap?: string | undefined;
  size?: string | undefined;
  variant?: string | undefined;
  iconStart?: string | undefined;
  onClickAction?: Action | undefined;
  children?: WidgetNode[] | undefined;
};
const optionalText = z.string().optional();
export const widgetNodeSchema: z.ZodType<WidgetNode> = z.object({
  type: z.string(),
  id: optionalText,
  value: optionalText,
  label: optionalText,
  name: optionalText,
  color: optionalText,
  weight: optionalText,
  wrap: optionalText,
  size: optionalText,
  variant: optionalText,
  iconStart: optionalText,
  onClickAction: actionSchema.optional(),
  get children() {
    return z.array(widgetNodeSchema).optional();
  },
});

export const taskSchema = z.object({
  type: z.enum(['custom', 'web_search', 'thought', 'file', 'image']),
  status_indicator: z.enum(['none', 'loading', 'complete']).default('none'),
  title: z.string().optional(),
  content: z.string().optional(),
  icon: z.string().optional(),
});
export type Task = z.infer<typeof taskSchema>;

export const annotationSchema = z.object({
  type: z.literal('annotation'),
  source: z.object({
    type: z.enum(['url', 'file', 'entity']),
    id: optionalText,
    title: z.string(),
    data: z.record(z.string(), z.unknown()).optional(),
  }),
  index: z.number().int().optional(),
});
export type Annotation = z.infer<typeof annotationSchema>;

export const outputTextSchema = z.object({
  type: z.literal('output_text'),
  text: z.string(),
  annotations: z.array(annotationSchema),
});
export type OutputText = z.infer<typeof outputTextSchema>;

const item = { id: z.string(), thread_id: z.string(), created_at: isoDateTime };

export const threadItemSchema = z.discriminatedUnion('type', [
  z.object({
    ...item,
    type: z.literal('user_message'),
    content: z.array(userContentSchema),
    attachments: z.array(z.unknown()),
    quoted_text: z.string().optional(),
    inference_options: z.record(z.string(), z.unknown()),
  }),
  z.object({ ...item, type: z.literal('assistant_message'), content: z.array(outputTextSchema) }),
  z.object({
    ...item,
    type: z.literal('workflow'),
    workflow: z.object({
      type: z.enum(['custom', 'reasoning']),
      tasks: z.array(taskSchema),
      summary: z
        .union([z.object({ title: z.string(), icon: optionalText }), z.object({ duration: z.number() })])
        .optional(),
      expanded: z.boolean(),
    }),
  }),
  z.object({
    ...item,
    type: z.literal('widget'),
    widget: widgetNodeSchema,
    copy_text: z.string().optional(),
  }),
  /** The stream ends with it; the page runs the tool and its result is posted. Sent by other servers than ours. */
  z.object({
    ...item,
    type: z.literal('client_tool_call'),
    status: z.enum(['pending', 'completed']),
    call_id: z.string(),
    name: z.string(),
    arguments: z.record(z.string(), z.unknown()).default({}),
  }),
]);
export type ThreadItem = z.infer<typeof threadItemSchema>;
export type ItemOf<T extends ThreadItem['type']> = Extract<ThreadItem, { type: T }>;

const pageOf = <T extends z.ZodType>(schema: T) =>
  z.object({ data: z.array(schema), has_more: z.boolean(), after: z.string().optional() });

export const itemPageSchema = pageOf(threadItemSchema);

export const threadSchema = z.object({
  id: z.string(),
  title: z.string().optional(),
  created_at: isoDateTime,
  status: z.object({ type: z.enum(['active', 'locked', 'closed']), reason: z.string().optional() }),
  items: itemPageSchema,
});
export type Thread = z.infer<typeof threadSchema>;
export const threadPageSchema = pageOf(threadSchema);

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
