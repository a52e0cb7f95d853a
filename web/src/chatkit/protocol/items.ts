import { z } from 'zod';

/**
 * ChatKit's protocol as a custom server speaks it, here its threads and their items; `requests.ts` has what the element posts,
 * `events.ts` what a streamed reply consists of. Written from the Python server SDK's types (chatkit-python 1.6.5). Only what
 * this product sends or draws is named; unknown fields pass.
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

export const actionSchema = z.object({
  type: z.string(),
  payload: z.record(z.string(), z.unknown()).optional(),
  /** Who acts on it: the page (`client`) or what answers the protocol (`server`, the default). */
  handler: z.enum(['client', 'server']).optional(),
});
export type Action = z.infer<typeof actionSchema>;

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
export const optionalText = z.string().optional();
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
