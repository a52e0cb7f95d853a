import type { ModelContent, ModelPart } from '../model/model.ts';

/** Contents without thoughts and their signatures; a content of thoughts alone says so, because none may be empty. */
export function withoutSignatures(contents: readonly ModelContent[]): ModelContent[] {
  return contents.map((content) => {
    const parts = content.parts.filter((part) => part.thought !== true).map(dropSignature);
    return { ...content, parts: parts.length === 0 ? [{ text: '(no text)' }] : parts };
  });
}

function dropSignature(part: ModelPart): ModelPart {
  const { thoughtSignature: _, ...rest } = part;
  return rest;
}
