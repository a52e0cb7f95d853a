import type { Parts } from './parts.ts';

/** "Grew fastest" and "growing faster" are by rate, "grew most" by amount. */
export function asksRate({ text }: Parts): boolean {
  return /\brelatively most\b|\bgrowth rate\b|\b(?:gr[eo]w(?:s|n|ing)?|ris(?:e|es|ing)|rose|fall(?:s|ing)?|fell) (?:faster|quicker|slower)\b/.test(
    text,
  );
}

/** "What part of clothing came from gloves": the part is named after the whole. "The share of gloves in clothing" names it first. */
export function namesPartLast({ text }: Pick<Parts, 'text'>): boolean {
  return /\b(share|part|portion|proportion|percentage|percent|fraction|much) of\b.+\b(is|are|was|were|comes?|came|goes|went|made up|due)\b/.test(
    text,
  );
}

/** "Average revenue per region": over the regions that there are. */
export function isMeanOfThings({ dimensions, grain, text }: Parts): boolean {
  const [split, ...more] = dimensions.map((references) => references[0]?.name ?? '');
  const isOne = split !== undefined && more.length === 0 && grain === null;
  return isOne && perThing.test(text) && !unevenThings.test(split);
}

/** A mean over units of time, or over things. */
export function takesMean(parts: Parts): boolean {
  return parts.focus.has('average') && (parts.grain !== null || isMeanOfThings(parts));
}

const perThing = /\b(?:average|mean)\b(?![^,.?]*\bby\b)[^,.?]*? (?:per|an?|for each|of each) /;

/** Of these there are other numbers in each time, or more than can be read. */
const unevenThings = /^(?:weekday|month_of_year|purchase_order|customer|expected_date|received_date)$/;
