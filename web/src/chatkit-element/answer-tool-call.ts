import type { ChatState } from './chat-state.ts';

type ToolOutput = { thread_id: string; result: Record<string, unknown> };

/**
 * What to post where a stream ended with a call of one of the page's own tools; null where none waits. `answered` holds the
 * calls that were run before: each is run once, even where the server leaves it pending.
 */
export async function answerToolCall(
  { options, threadId, items }: Pick<ChatState, 'options' | 'threadId' | 'items'>,
  answered: Set<string>,
): Promise<ToolOutput | null> {
  const call = items.at(-1);
  if (call?.type !== 'client_tool_call' || call.status !== 'pending' || threadId === null) return null;
  if (answered.has(call.id)) return null;
  answered.add(call.id);
  if (!options?.onClientTool) throw new Error(`This page has no tool called ${call.name}.`);
  const result = await options.onClientTool({ name: call.name, params: call.arguments });
  return { thread_id: threadId, result };
}
