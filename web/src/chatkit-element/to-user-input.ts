import type { ChatState, MessageExtras } from './chat-state.ts';

/** A question as the protocol has it. The tool and the model are those chosen in the composer, unless `extras` names others. */
export function toUserInput(
  { options, toolId, modelId }: Pick<ChatState, 'options' | 'toolId' | 'modelId'>,
  text: string,
  extras: MessageExtras = {},
) {
  const tool = extras.toolId ?? toolId;
  const model = extras.modelId ?? modelId ?? toDefaultModel(options);
  return {
    content: extras.content ?? [{ type: 'input_text', text }],
    attachments: (extras.attachments ?? []).map(({ id }) => id),
    ...(extras.reply && { quoted_text: extras.reply }),
    inference_options: { ...(tool && { tool_choice: { id: tool } }), ...(model && { model }) },
  };
}

/** The model that the composer shows before one is chosen. */
export function toDefaultModel(options: ChatState['options']): string | null {
  const models = options?.composer?.models?.filter((model) => !model.disabled) ?? [];
  return (models.find((model) => model.default) ?? models[0])?.id ?? null;
}
