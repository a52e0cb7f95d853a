import type { Parts } from '../../parts/parts.ts';

/** "It" names nothing that the last question did not. */
export function namedAnew({ names }: Parts): Parts['names'] {
  return names.filter(({ meant }) => !meant?.isKnown);
}

/** Names rows of the last answer: "the second one", "those". */
export function refersToRows({ names }: Parts): boolean {
  return names.some(({ meant }) => meant !== undefined && !meant.isKnown);
}

/** "With them", after who supplies one product: whatever goods the last question was narrowed to. */
export function ofAllGoods({ names }: Parts): boolean {
  return names.some(({ meant }) => meant?.ofAllGoods);
}

/** Speaks of what the last answer was about, by a pronoun. */
export function refersToContext(parts: Parts): boolean {
  return (
    parts.goesOn ||
    parts.names.some(({ meant }) => meant?.isKnown) ||
    refersToFigure(parts) ||
    likeThose.test(parts.text) ||
    /\b(its|they|their|theirs|these|both)\b(?! days\b)/.test(parts.text) ||
    isOfNothing(parts) ||
    partOfThat.test(parts.text) ||
    isThere(parts) ||
    /\bin (?:that|this|it)\W*$/.test(parts.text) ||
    /\beach\b(?=\W*$| of (?:them|those|these)\b| (?:spend|spent|make|made|bring|brought|sell|sold|earn|earned|cost|buy|bought|take|took)\b)/.test(
      parts.text,
    )
  );
}

/** "The dearest one", "how many blue ones are left?" */
const likeThose =
  /\bthe \w+ ones?\b|\b(?!(?:which|what|any|no|some|each|every|this|that|those|these|and|or|than|of)\b)\w+ ones\b/;

/** "Who got the largest share of the spend?" */
const partOfThat =
  /\b(?:share|slice|chunk|part|portion|bulk|most) of the (?:spend|spending|money|cash|revenue|sales|turnover|profit|value|total)\b/;

/** "How many are in stock?", "how many did we sell at each site?", "returned in May?" say not of what. */
function isOfNothing({ text, names, dimensions }: Parts): boolean {
  if (names.length > 0) return false;
  return (
    /^(?:and |so |ok |but )?how (?:(?:many|much) (?:is|are|was|were|do we have|have we got)|many (?:do|did|have|had) (?:we|they)|many units (?:in stock|on hand)(?=\W*$))/.test(
      text,
    ) ||
    (dimensions.length === 0 &&
      /^(?:and |so |ok |but )?(?:sold|shipped|returned|ordered|received|bought)\b/.test(text))
  );
}

export function refersToFigure({ text }: Parts): boolean {
  return /\b(it|those|them)\b|\b(that|this)\b(?! (day|week|month|quarter|year)\b)/.test(text);
}

function isThere({ text }: Parts): boolean {
  return /\bthere\b/.test(text.replaceAll(/\b(is|are|was|were) there\b|\bthere (is|are|was|were)\b/g, ''));
}

/**
 * Says nothing of which things: "sales last month", "what do we have in stock?" After a question about one product they are of that
 * one; "our total sales" are not.
 */
export function namesNothing({
  words,
  names,
  filters,
  dimensions,
  everywhere,
  focus,
  time,
  text,
}: Parts): boolean {
  const isWhat = ofWhat.test(text) && dimensions.length === 1;
  const isOpen =
    [names, filters, everywhere].every((list) => list.length === 0) && (isWhat || dimensions.length === 0);
  return (
    isOpen && words - time.used.size <= 8 && !focus.has('total') && !focus.has('define') && !isOfAll(text)
  );
}

/** "Our total sales", "of the whole business". */
export function isOfAll(text: string): boolean {
  return wholes.test(text);
}

/** "What did we order?" is told by product. */
const ofWhat =
  /^(?:and |so |but )?what(?:['’]s| (?:did|do|have|has|was|is)) (?!.*\b(?:by|per|products?|items?|most|least)\b)/;

const wholes =
  /\b(?:our|my|all|total|overall|whole|entire|every\w*|any(?:thing|body|one)|general(?:ly)?|compan(?:y|ies)|business|altogether)\b/;

/** "What did each spend?", "the same for Bristol". */
export function speaksOfThem({ text, dimensions }: Parts): boolean {
  // "Which suppliers missed their dates?" says whose.
  if (dimensions.length === 0 && /\btheir\b/.test(text)) return true;
  return /\b(?:same|they|theirs|these)\b|\beach\b(?=\W*$| (?:spend|spent|make|made|bring|brought|sell|sold|earn|earned|buy|bought|order|ordered)\b)/.test(
    text,
  );
}
