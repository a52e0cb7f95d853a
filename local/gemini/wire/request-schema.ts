import { z } from 'zod';

/**
 * The bodies that `generateContent` and `countTokens` take. Objects are strict: Google's JSON parser refuses a field
 * that its message does not have. What the local brains do not use is known by name and otherwise unchecked.
 */
const known = z.unknown().optional();
const struct = z.record(z.string(), z.unknown());

const functionCallSchema = z.strictObject({
  id: z.string().optional(),
  name: z.string().min(1),
  args: struct.optional(),
});
const functionResponseSchema = z.strictObject({
  id: z.string().optional(),
  name: z.string().min(1),
  response: struct,
  willContinue: z.boolean().optional(),
  scheduling: z.string().optional(),
  parts: known,
});
/** One of `text`, `functionCall`, `functionResponse` and the media fields is set: `check-contents.ts` holds that. */
const partSchema = z.strictObject({
  text: z.string().optional(),
  thought: z.boolean().optional(),
  thoughtSignature: z.string().optional(),
  functionCall: functionCallSchema.optional(),
  functionResponse: functionResponseSchema.optional(),
  inlineData: known,
  fileData: known,
  executableCode: known,
  codeExecutionResult: known,
  toolCall: known,
  toolResponse: known,
  videoMetadata: known,
  mediaResolution: known,
  partMetadata: known,
});
const contentSchema = z.strictObject({ role: z.string().optional(), parts: z.array(partSchema).optional() });

const functionDeclarationSchema = z.strictObject({
  name: z.string(),
  description: z.string().optional(),
  parameters: struct.optional(),
  parametersJsonSchema: struct.optional(),
  response: struct.optional(),
  responseJsonSchema: struct.optional(),
  behavior: z.string().optional(),
});
const toolSchema = z.strictObject({
  functionDeclarations: z.array(functionDeclarationSchema).optional(),
  googleSearch: known,
  googleSearchRetrieval: known,
  enterpriseWebSearch: known,
  googleMaps: known,
  urlContext: known,
  codeExecution: known,
  computerUse: known,
  fileSearch: known,
  mcpServers: known,
  retrieval: known,
  parallelAiSearch: known,
});
const toolConfigSchema = z.strictObject({
  functionCallingConfig: z
    .strictObject({
      mode: z.enum(['MODE_UNSPECIFIED', 'AUTO', 'ANY', 'NONE', 'VALIDATED']).optional(),
      allowedFunctionNames: z.array(z.string()).optional(),
      streamFunctionCallArguments: z.boolean().optional(),
    })
    .optional(),
  retrievalConfig: known,
  includeServerSideToolInvocations: z.boolean().optional(),
});
const generationConfigSchema = z.strictObject({
  temperature: z.number().optional(),
  topP: z.number().optional(),
  topK: z.number().optional(),
  candidateCount: z.number().int().optional(),
  maxOutputTokens: z.number().int().optional(),
  stopSequences: z.array(z.string()).optional(),
  seed: z.number().int().optional(),
  presencePenalty: z.number().optional(),
  frequencyPenalty: z.number().optional(),
  responseMimeType: z.string().optional(),
  thinkingConfig: z
    .strictObject({
      includeThoughts: z.boolean().optional(),
      thinkingBudget: z.number().int().optional(),
      thinkingLevel: z.enum(['THINKING_LEVEL_UNSPECIFIED', 'MINIMAL', 'LOW', 'MEDIUM', 'HIGH']).optional(),
    })
    .optional(),
  responseSchema: known,
  responseJsonSchema: known,
  responseFormat: known,
  responseLogprobs: known,
  logprobs: known,
  responseModalities: known,
  mediaResolution: known,
  speechConfig: known,
  imageConfig: known,
  audioTimestamp: known,
  routingConfig: known,
  modelSelectionConfig: known,
  modelConfig: known,
  enableAffectiveDialog: known,
  enableEnhancedCivicAnswers: known,
});

export const requestBodySchema = z.strictObject({
  model: z.string().optional(),
  contents: z.array(contentSchema).optional(),
  systemInstruction: contentSchema.optional(),
  tools: z.array(toolSchema).optional(),
  toolConfig: toolConfigSchema.optional(),
  generationConfig: generationConfigSchema.optional(),
  safetySettings: known,
  cachedContent: known,
  continuationToken: known,
  labels: known,
  modelArmorConfig: known,
  serviceTier: known,
  store: known,
});
/** The Gemini API counts `contents`, or a whole request under `generateContentRequest`; Vertex takes the request's fields. */
export const countTokensBodySchema = requestBodySchema.extend({
  generateContentRequest: requestBodySchema.optional(),
});

export type RequestBody = z.infer<typeof requestBodySchema>;
export type Content = z.infer<typeof contentSchema>;
export type Part = z.infer<typeof partSchema>;
export type FunctionDeclaration = z.infer<typeof functionDeclarationSchema>;
export type FunctionCall = { id?: string; name: string; args?: Record<string, unknown> };

/** A request that passed every check, as a brain reads it. */
export type ParsedRequest = {
  /** As asked for, without `models/`. */
  model: string;
  systemInstruction: string;
  contents: Content[];
  declarations: FunctionDeclaration[];
  /** `any`: the model must call one of the declared tools. `none`: it must not. */
  toolMode: 'auto' | 'any' | 'none';
  includeThoughts: boolean;
  maxOutputTokens: number | null;
  promptTokens: number;
};
