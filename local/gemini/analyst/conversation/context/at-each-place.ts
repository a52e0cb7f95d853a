import type { Parts } from '../../parts/parts.ts';
import type { Question } from '../../question/question.ts';

/** "And how many are available there?", after the reorder points of a product in every warehouse: in each of them. */
export function atEachPlace<Asked extends Question>(
  question: Asked,
  { text, names }: Parts,
  last: Question,
): Asked {
  if (question.kind !== 'data' || question.dimensions.length > 0 || question.grain !== null) return question;
  const isOfPlaces = last.kind === 'reorder' && last.level !== null && /\bthere\b/.test(text);
  if (isOfPlaces) return { ...question, dimensions: ['warehouse'] };
  // "How long will they last?", after the stock of a product in every warehouse: in each of them.
  const isSplit =
    last.kind === 'data' &&
    last.tool === question.tool &&
    last.limit === null &&
    /^(?:warehouse|region)$/.test(last.dimensions.join()) &&
    names.some(({ meant }) => meant?.isKnown) &&
    !/\b(?:total|together|altogether|overall|in all)\b/.test(text);
  return isSplit && question.order === null ? { ...question, dimensions: last.dimensions } : question;
}
