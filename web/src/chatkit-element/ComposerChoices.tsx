import type { ComposerOption } from '@openai/chatkit';

type ComposerChoicesProps = {
  tools: NonNullable<ComposerOption['tools']>;
  models: NonNullable<ComposerOption['models']>;
  toolId: string | null;
  modelId: string | null;
  onTool: (toolId: string | null) => void;
  onModel: (modelId: string) => void;
};

/** Which tool a question is for, and which model answers: the browser's own menus. */
export function ComposerChoices({ tools, models, toolId, modelId, onTool, onModel }: ComposerChoicesProps) {
  return (
    <div className="chat-choices">
      {tools.length > 0 && (
        <select
          aria-label="Tool"
          value={toolId ?? ''}
          onChange={(event) => onTool(event.target.value || null)}
        >
          <option value="">No tool</option>
          {tools.map((tool) => (
            <option key={tool.id} value={tool.id}>
              {tool.label}
            </option>
          ))}
        </select>
      )}
      {models.length > 0 && (
        <select aria-label="Model" value={modelId ?? ''} onChange={(event) => onModel(event.target.value)}>
          {models.map((model) => (
            <option key={model.id} value={model.id} disabled={model.disabled} title={model.description}>
              {model.label}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
