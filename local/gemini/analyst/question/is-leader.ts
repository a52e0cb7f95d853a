import type { Resolution } from '../names/resolve-names.ts';
import type { Question } from './question.ts';

const leads =
  '(?:(?:\\w+ (?:with|that ha[sd]) the )?(?:\\w{2,}est|best|worst|most|least|fewest|top|number one|no\\.? ?1))\\b';

/**
 * "Is Torqwell our biggest brand?", "Garden had the worst return rate": whether one leads is told by all of its kind, and not by
 * itself.
 */
export function amongAll<Asked extends Question>(
  question: Asked,
  { found }: Resolution,
  said: string,
): Asked {
  if (question.kind !== 'data' || question.order === null || question.dimensions.length !== 1)
    return question;
  const own = found.filter(({ filter, mention }) => filter.op === 'is' && isLeader(mention.text, said));
  const [one, other] = own;
  if (!one || other || one.filter.values.length !== 1) return question;
  const { dimension } = one.filter;
  const [split] = question.dimensions;
  if (split !== dimension && (split !== 'product' || /\b(?:products?|items?|articles?|skus?)\b/i.test(said)))
    return question;
  return {
    ...question,
    dimensions: [dimension],
    filters: question.filters.filter((filter) => filter.dimension !== dimension),
  };
}

/** The name, a verb of being or having, and a superlative: "is Torqwell our biggest", "did Garden have the worst". */
function isLeader(name: string, said: string): boolean {
  const spoken = name.replace(/[^\p{L}\p{N} ]/gu, '.');
  return new RegExp(
    `\\b(?:is|are|was|were) (?:the |our )?${spoken}(?: \\w+)? (?:really |still |actually )*(?:(?:the|our) (?:\\w+ )?${leads}|where (?:we \\w+ )?(?:the )?${leads})|(?<!\\b(?:which|what|whose|each|every)(?: \\w+)? )\\b${spoken}(?: \\w+)? (?:really |still |actually |always )*(?:is|are|was|were|has|have|had|got|get|gets|made|make|makes|saw|see) (?:really |still |actually )*(?:the|our) (?:\\w+ )?${leads}`,
    'iu',
  ).test(said);
}
