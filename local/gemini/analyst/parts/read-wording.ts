import type { Parts } from './parts.ts';

/** "Grew fastest" is by rate, "grew most" by amount. */
export function asksRate({ text }: Parts): boolean {
  return /\brelatively most\b|\bgrowth rate\b/.test(text);
}

/** "What part of clothing came from gloves": the part is named after the whole. "The share of gloves in clothing" names it first. */
export function namesPartLast({ text }: Pick<Parts, 'text'>): boolean {
  return /\b(share|part|portion|proportion|percentage|percent|fraction|much) of\b.+\b(is|are|was|were|comes?|came|goes|went|made up|due)\b/.test(
    text,
  );
}
