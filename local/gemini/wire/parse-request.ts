import { checkContents } from './check-contents.ts';
import { checkTools } from './check-tools.ts';
import { countTokens } from './count-tokens.ts';
import { GoogleError } from './google-error.ts';
import { parseBody } from './parse-body.ts';
import type { Operation } from './parse-path.ts';
import {
  countTokensBodySchema,
  type ParsedRequest,
  type RequestBody,
  requestBodySchema,
} from './request-schema.ts';

/**
 * The request of a `generateContent` or `streamGenerateContent`.
 * @throws GoogleError 400 for whatever Google would refuse.
 */
export function parseRequest(text: string, operation: Operation): ParsedRequest {
  const body = parseBody(text, requestBodySchema);
  checkContents(body.contents, operation);
  const declarations = checkTools(body);
  checkGenerationConfig(body.generationConfig, operation);
  const mode = body.toolConfig?.functionCallingConfig?.mode;
  return {
    model: operation.model,
    systemInstruction: (body.systemInstruction?.parts ?? []).map((part) => part.text ?? '').join('\n'),
    contents: body.contents ?? [],
    declarations,
    toolMode: mode === 'ANY' ? 'any' : mode === 'NONE' ? 'none' : 'auto',
    includeThoughts: body.generationConfig?.thinkingConfig?.includeThoughts ?? false,
    maxOutputTokens: body.generationConfig?.maxOutputTokens ?? null,
    promptTokens: countTokens(body),
  };
}

/**
 * The tokens of a `countTokens` request.
 * @throws GoogleError 400
 */
export function parseCountTokens(text: string, operation: Operation): number {
  const { generateContentRequest, ...body } = parseBody(text, countTokensBodySchema);
  const counted = generateContentRequest ?? body;
  checkContents(counted.contents, operation);
  checkTools(counted);
  return countTokens(counted);
}

function checkGenerationConfig(config: RequestBody['generationConfig'], { api }: Operation): void {
  if (!config) return;
  const at = '* GenerateContentRequest.generation_config';
  if (config.temperature !== undefined && (config.temperature < 0 || config.temperature > 2))
    throw new GoogleError(400, `${at}.temperature: temperature must be in the range [0.0, 2.0].\n`);
  if (config.topP !== undefined && (config.topP < 0 || config.topP > 1))
    throw new GoogleError(400, `${at}.top_p: top_p must be in the range [0.0, 1.0].\n`);
  if (config.maxOutputTokens !== undefined && config.maxOutputTokens < 1)
    throw new GoogleError(400, `${at}.max_output_tokens: max_output_tokens must be positive.\n`);
  if ((config.candidateCount ?? 1) !== 1)
    throw new GoogleError(400, 'Multiple candidates is not enabled for this model');
  if ((config.stopSequences?.length ?? 0) > 5)
    throw new GoogleError(400, `${at}.stop_sequences: at most 5 stop sequences are allowed.\n`);
  const thinking = config.thinkingConfig;
  if (thinking?.thinkingBudget !== undefined && thinking.thinkingLevel !== undefined)
    throw new GoogleError(400, 'You can only set only one of thinking budget and thinking level.');
  const audioOnly = api === 'gemini' && config.audioTimestamp !== undefined;
  if (audioOnly)
    throw new GoogleError(
      400,
      `Invalid JSON payload received. Unknown name "audioTimestamp" at 'generation_config': Cannot find field.`,
    );
}
