import type { RequestBody } from './request-schema.ts';

/** Tokens of a text, estimated as a quarter of its characters. Google's own count differs. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 4);
}

/** Tokens of all that a model would read of a request. */
export function countTokens({ contents, systemInstruction, tools }: RequestBody): number {
  const texts: string[] = [];
  for (const part of [
    ...(systemInstruction?.parts ?? []),
    ...(contents ?? []).flatMap((c) => c.parts ?? []),
  ]) {
    texts.push(part.text ?? '');
    if (part.functionCall) texts.push(part.functionCall.name, JSON.stringify(part.functionCall.args ?? {}));
    if (part.functionResponse)
      texts.push(part.functionResponse.name, JSON.stringify(part.functionResponse.response));
  }
  for (const tool of tools ?? []) texts.push(JSON.stringify(tool));
  return estimateTokens(texts.join(''));
}
