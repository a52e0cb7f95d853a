import { z } from 'zod';
import { actionSchema, userContentSchema } from './items.ts';

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
  request('threads.sync_custom_action', { ...thread, item_id: z.string().nullish(), action: actionSchema }),
]);
export type ChatKitRequest = z.infer<typeof requestSchema>;
