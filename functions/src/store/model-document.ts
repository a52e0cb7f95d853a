import { z } from 'zod';
import type { ModelContent } from '../model/model.ts';
import { parseModelContents } from '../model/model-part.ts';

/** `…/turns/{turnId}/private/model`: a JSON string, because Firestore refuses nested arrays. */
export const modelDocumentSchema = z.object({
  contentsJson: z.string(),
  /** The configured name of the model that made the signatures. */
  model: z.string(),
  expiresAt: z.date(),
});

const maxBytes = 950_000;

/** Contents over 950 kB of JSON are kept as their question and last reply alone. */
export function toModelDocument(contents: readonly ModelContent[], model: string, expiresAt: Date) {
  const contentsJson = JSON.stringify(contents);
  const fits = Buffer.byteLength(contentsJson) <= maxBytes;
  return { contentsJson: fits ? contentsJson : JSON.stringify(toShort(contents)), model, expiresAt };
}

/** @throws ZodError or SyntaxError */
export function parseContents(document: z.infer<typeof modelDocumentSchema>): ModelContent[] {
  return parseModelContents(document.contentsJson);
}

/** A turn too large for one document is remembered by its question and its last reply's text. */
function toShort(contents: readonly ModelContent[]): ModelContent[] {
  const text = (contents.at(-1)?.parts ?? [])
    .map((part) => (part.thought === true ? '' : (part.text ?? '')))
    .join('');
  return [
    ...contents.slice(0, 1),
    { role: 'model', parts: [{ text: text.slice(0, 200_000) || '(no text)' }] },
  ];
}
