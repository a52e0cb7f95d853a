import type { DataQuestion, Question } from '../../question/question.ts';
import { begins } from '../../vocabulary/lead.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { sites } from '../../vocabulary/things.ts';
import { goods } from '../references/pick-rows.ts';
import type { Subject } from '../subject.ts';

/**
 * "And how many are left, per warehouse?", "how many are in stock in Leeds?", "current stock per warehouse?", after what was sold of
 * something: of that, as it lies there now.
 */
export function sayOfLeft(
  sentence: string,
  previous: Question,
  _vocabulary: Vocabulary,
  { asksOne }: Subject,
): string {
  if (previous.kind !== 'data') return sentence;
  const isAtSome = previous.filters.some(({ dimension }) => dimension === 'warehouse');
  if (isAtSome && everywhere.test(sentence)) return 'all sites in total';
  const elsewhere = askElsewhere(sentence, previous);
  if (elsewhere !== null) return elsewhere;
  if (previous.tool === 'query_inventory') return sentence;
  const rows = toRows(previous, asksOne && /\bof it\b/i.test(sentence));
  const { time } = wasLeft.exec(sentence)?.groups ?? {};
  if (rows !== null && time !== undefined) return `how many units of ${rows} were on hand${time}`;
  if (rows !== null && remaining.test(sentence)) return `how many units of ${rows} are on hand by warehouse`;
  const { place } = left.exec(sentence)?.groups ?? bareStock.exec(sentence)?.groups ?? {};
  if (rows === null || place === undefined) return sentence;
  const where = place.replace(each, ' by ').replace(/^,? (?:and )?where\b.*$/i, ' by warehouse');
  return `how many units of ${rows} are on hand${where}`;
}

/** What was sold: the goods that it is narrowed to, or those that were listed; "how much of it", after what sold best, is of the best. */
function toRows({ dimensions, filters }: DataQuestion, isOfOne: boolean): 'it' | 'those' | null {
  if (dimensions.some((name) => goods.has(name))) return isOfOne ? 'it' : 'those';
  return filters.some(({ dimension, op }) => goods.has(dimension) && op !== 'is_not') ? 'it' : null;
}

/** "Do the other warehouses still have some of it?", after goods that are out of stock, or that were told of one warehouse: where they lie. */
function askElsewhere(sentence: string, previous: DataQuestion): string | null {
  if (previous.grain !== null) return null;
  const isOut = previous.measures[0] === 'out_of_stock' && previous.dimensions.includes('product');
  const { site } = atSite.exec(sentence)?.groups ?? {};
  if (isOut && site !== undefined) return `how many units of those are on hand in ${site} by product`;
  if (!atOthers.test(sentence)) return null;
  const rows = toRows(previous, false);
  if (rows === null) return null;
  const isAtOne =
    !previous.dimensions.includes('warehouse') &&
    previous.filters.some(({ dimension, op }) => dimension === 'warehouse' && op === 'is');
  const where = isAtOne ? ' in the other warehouses' : '';
  return `how many units of ${rows} are on hand${where} by ${rows === 'it' ? '' : 'product and '}warehouse`;
}

/** "And everywhere together?", after stock of one warehouse. */
const everywhere = begins(
  `(?:what about |how about |how (?:many|much) )?(?:(?:in|at|over|across) )?(?:everywhere|(?:all|every)(?: of)?(?: the| our)? ${sites})(?: (?:together|combined|in total|in all|overall|altogether))*\\W*$`,
);
const some =
  '(?:some|any|it|them|one|stock|enough)(?: (?:stock|of (?:it|them|those|these|that)|left|in stock))*';
const others = `(?:the |our |any )?(?:an)?others?(?: ${sites})?`;
/** "Does Bristol have any?", after what is out of stock in another place. */
const atSite = begins(
  `(?:does|do|has|have) (?<site>(?!(?:we|they|it|you|i|any|all|the other|others?|another|suppliers?|vendors?|customers?)\\b)[^?.!,]{2,40}?) (?:still )?(?:have |got |hold |carry )(?:still )?${some}(?: (?:now|still|today))?\\W*$`,
);
const atOthers = begins(
  `(?:how (?:many|much)(?: (?:units|of (?:it|them|those)))? (?:do|does|have|has) ${others} (?:still )?(?:have|got|hold)(?: left| of (?:it|them|those|these))?|(?:do|does|have|has) (?:any of )?${others} (?:still )?(?:have |got |hold |carry |keep )(?:still )?${some}|(?:is|are) (?:there )?(?:still )?${some} (?:in|at) ${others}|(?:can|could) (?:we|i) (?:get|take|move|pull|transfer|bring) ${some} (?:in )?from ${others})(?: (?:now|still|today))?\\W*$`,
);

const each = /,? (?:(?:split|broken down) )?(?:by|per|(?:in|at|for) (?:each|every)(?: of the)?) /i;
/** A place, and no time. */
const place =
  '(?<place>,? (?:(?:and )?where(?: (?:is|are) (?:it|they|that|those))?|(?:(?:split|broken down) )?(?:by|per|(?:in|at|for) (?:each|every)) (?:warehouse|site|location|depot|store)|(?:in|at) (?!(?:the (?:end|beginning|start|last|week|month|quarter|year)|stock|total|all|each|every|hand|units|money|january|february|march|april|may|june|july|august|september|october|november|december|q[1-4])\\b)[a-z][^?.!,]{2,30}?)|)';
const lies = '(?:left(?: over)?|remaining|in stock|on hand|available|there)';
const still = '(?:(?:still|now|currently|right now|today) )*';
const left = begins(
  `(?:how (?:many|much)(?: (?:units|pieces|stock))?(?: of (?:it|them|those|these|that))? (?:(?:is|are) ${still}(?:there ${still})?${lies}|(?:do|have) we ${still}(?:have|hold|got) ${still}(?:${lies})?)|what(?:['’]?s| is| do we(?: still)? have) ${still}(?:left|remaining)(?: of (?:it|them|those|these|that))?)(?: (?:still|now|currently|right now|today))*${place}\\W*$`,
);
const bareStock = begins(
  `(?:(?:what(?:['’]?s| is) )?(?:the |our )*(?:(?:current|present|remaining) )?(?:stock|inventory)(?: (?:on hand|left|now|today))?)${place}\\W*$`,
);
/** "How many were left in December?" */
const wasLeft = begins(
  'how (?:many|much)(?: (?:units|pieces|stock))?(?: of (?:it|them|those|these|that))? (?:(?:was|were) (?:still )?|did we (?:still )?have )(?:left|remaining|in stock|on hand)(?<time>(?: [^?.!]*)?)\\W*$',
);
/** "Where are the remaining ones?" */
const remaining = begins(
  'where (?:is|are) the (?:remaining|unsold|leftover) (?:ones|units|pieces|stock)\\W*$',
);
