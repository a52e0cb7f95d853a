import type { FunctionCallingConfigMode, GenerateContentResponse, GoogleGenAI } from '@google/genai';
import { once } from '../once.ts';
import { toFinishError } from './finish.ts';
import { type Model, ModelError, type ModelRequest, type ModelTokens } from './model.ts';
import { parseModelPart } from './model-part.ts';
import { toModelError } from './transport-error.ts';

export type GeminiModelOptions = {
  apiKey: string;
  /** Such as `gemini-3.8-flash`. */
  model: string;
  /** Where the Gemini API is, when it is not Google's: `http://127.0.0.1:4804`. */
  baseUrl?: string;
};

/**
 * Gemini through Google's SDK. The SDK is loaded by the first call, so that a cold start need not wait for it.
 *
 * The SDK retries nothing: its back-off cannot be aborted and knows neither the turn's deadline nor what was shown already.
 * The turn loop retries instead. Continuation is off for the same reason: a round is one request.
 */
export function createGeminiModel(options: GeminiModelOptions): Model {
  const open = once(() => openClient(options));
  return { name: options.model, stream: (request) => streamRound(open, options.model, request) };
}

const googleUrl = 'https://generativelanguage.googleapis.com/';

type CallingModes = Record<ModelRequest['toolMode'], FunctionCallingConfigMode>;
type Client = { client: GoogleGenAI; modes: CallingModes };

async function openClient({ apiKey, baseUrl = googleUrl }: GeminiModelOptions): Promise<Client> {
  const { GoogleGenAI, FunctionCallingConfigMode } = await import('@google/genai');
  const client = new GoogleGenAI({
    apiKey,
    // Said outright, so that no environment variable can send the key elsewhere.
    enterprise: false,
    httpOptions: { baseUrl, apiVersion: 'v1', retryOptions: { attempts: 1 } },
  });
  return { client, modes: { auto: FunctionCallingConfigMode.AUTO, none: FunctionCallingConfigMode.NONE } };
}

async function* streamRound(open: () => Promise<Client>, model: string, request: ModelRequest) {
  request.signal.throwIfAborted();
  // Leaving the stream early must close its socket, which the SDK does only on abort.
  const leaving = new AbortController();
  const round = { calls: 0, textLength: 0, candidates: 0, blocked: undefined as string | undefined };
  let read = false;
  let finishReason: string | null = null;
  let modelVersion = model;
  let tokens: ModelTokens = { input: 0, output: 0, thought: 0, cached: 0 };
  try {
    const chunks = await startStream(await open(), model, request, leaving.signal);
    for await (const chunk of chunks) {
      modelVersion = chunk.modelVersion ?? modelVersion;
      tokens = toTokens(chunk) ?? tokens;
      round.blocked ??= chunk.promptFeedback?.blockReason;
      const candidate = chunk.candidates?.[0];
      if (candidate === undefined) continue;
      round.candidates += 1;
      for (const raw of candidate.content?.parts ?? []) {
        const part = parseModelPart(raw);
        if (part.functionCall !== undefined) round.calls += 1;
        if (part.thought !== true) round.textLength += part.text?.trim().length ?? 0;
        yield { type: 'part' as const, part };
      }
      finishReason = candidate.finishReason ?? finishReason;
    }
    read = true;
    yield { type: 'end' as const, finishReason, model: modelVersion, tokens };
    const failure = toFinishError({ finishReason, ...round });
    if (failure !== undefined) throw failure;
  } catch (error) {
    request.signal.throwIfAborted();
    throw error instanceof ModelError ? error : toModelError(error);
  } finally {
    if (!read) leaving.abort();
  }
}

function startStream(opened: Client, model: string, request: ModelRequest, leaving: AbortSignal) {
  return opened.client.models.generateContentStream({
    model,
    contents: request.contents,
    config: {
      systemInstruction: request.systemInstruction,
      automaticContinuation: false,
      abortSignal: AbortSignal.any([request.signal, leaving]),
      ...toToolConfig(request, opened.modes),
    },
  });
}

/** Declarations stay in the request when calls are off: earlier calls in the contents refer to them. */
function toToolConfig({ tools, toolMode }: ModelRequest, modes: CallingModes) {
  if (tools.length === 0) return {};
  return {
    tools: [{ functionDeclarations: tools }],
    toolConfig: { functionCallingConfig: { mode: modes[toolMode] } },
  };
}

function toTokens({ usageMetadata }: GenerateContentResponse): ModelTokens | undefined {
  if (usageMetadata === undefined) return undefined;
  return {
    input: usageMetadata.promptTokenCount ?? 0,
    output: usageMetadata.candidatesTokenCount ?? 0,
    thought: usageMetadata.thoughtsTokenCount ?? 0,
    cached: usageMetadata.cachedContentTokenCount ?? 0,
  };
}
