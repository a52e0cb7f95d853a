import type { Filter } from '../question/question.ts';

type Taken = {
  /** The sentence without the words that say it. */
  rest: string;
  filters: Filter[];
};

/**
 * "Stock of discontinued products", "active SKUs", "which items are discontinued?", "without the discontinued ones": products by
 * whether they are still sold. When that ended no tool tells, so that "which did we discontinue in May?" and "products that were
 * discontinued this year" are none of these; nor is "not sold or discontinued", which is dead stock. The products that are told of
 * are those in stock: there is no list of the others.
 */
export function takeProductStatus(sentence: string): Taken {
  const form = isOther.test(sentence) ? undefined : forms.find(({ words }) => words.test(sentence));
  if (form === undefined) return { rest: sentence, filters: [] };
  const { words, op, status, instead } = form;
  const rest = sentence.replace(words, instead).replace(/ {2,}/g, ' ').trim();
  return { rest: inStock(rest), filters: [{ dimension: 'product_status', op, values: [status] }] };
}

/** "How many products do we have?", "products by category": those in stock. */
function inStock(rest: string): string {
  return rest
    .replace(
      /^((?:and |so )?how many [^?.!]{2,40}? (?:do we|are there|we)(?: still)?(?: have| carry| hold| list)?)(?=\s*[?.!]|\s*$)/i,
      '$1 in stock',
    )
    .replace(
      /^((?:list |show |show me )?(?:the |all |our )*(?:products|items|articles|skus)) (?=(?:by|per) )/i,
      '$1 in stock ',
    );
}

type Form = { words: RegExp; op: Filter['op']; status: string; instead: string };

const goods = '(?:products?|items?|articles?|skus?|goods|stock|inventory|range|assortment|ones?|models?)';
const ended = '(?:discontinued|delisted)';
const all = '(?:all |any |the |our |those |these )*';
const end = '(?=\\s*[?.!,;]|\\s*$)';
/** A name of goods; not what tells when, where or why. */
const named =
  '(?!(?:in|on|at|by|since|last|this|because|for|and|or|but|to|from|we|i|is|are|was|were|so|do|does|did|has|have|had|it|they|when|why|how|what|which|with|during|before|after|yet|already|now)\\b)[\\p{L}\\d]';
/** Not what happened to them: "was discontinued", "have we discontinued". */
const happened = '(?<!\\b(?:was|were|been|be|being|get|got|we|they|you|is|are|not|why|ever|just) )';
const undated = '(?! (?:this|last|in|since|on|during|before|after|by|between|recently|when|because)\\b)';

const forms: Form[] = [
  leavesOut(
    `,? ?\\b(?:and |but )?(?:without|excluding|except|excl\\.?|ignoring|leaving out|not counting|leave out|exclude|ignore) ${all}${ended}(?: ${goods})?\\b`,
    '',
  ),
  leavesOut(
    `,? ?\\b(?:that|which) (?:are not|aren['’]?t|have not been|haven['’]?t been) (?:yet )?${ended}\\b`,
    '',
  ),
  leavesOut(`\\b(?:non[- ]?|not (?:yet )?|un)${ended} (?=${goods}\\b)`, ''),
  leavesOut(
    `(?<=\\b(?:which|what|how many)\\b[^?.!,;]* )(?:are not|aren['’]?t) (?:yet )?${ended}${end}`,
    'do we have in stock',
  ),
  keeps(
    'Discontinued',
    `,? ?\\b(?:that|which) (?:are|have been|were) (?:now |already )?${ended}\\b${undated}`,
    '',
  ),
  // "Revenue of discontinued products", a total
  keeps('Discontinued', `\\b(?:of|on|from|for|in) ${all}${ended} (?!stock|inventory)${goods}\\b`, ''),
  keeps('Active', `\\b(?:of|on|from|for|in) ${all}active (?!stock|inventory)${goods}\\b`, ''),
  keeps('Discontinued', `${happened}\\b${ended} (?=${named})`, ''),
  keeps(
    'Active',
    `(?<!\\b(?:most|least|more|less) )\\bactive (?=(?:products?|items?|articles?|skus?|range|assortment|models?)\\b)`,
    '',
  ),
  // "Which Kitchen items are discontinued?"
  keeps(
    'Discontinued',
    `(?<=\\b(?:which|what|how many)\\b[^?.!,;]* )(?:are|have been) (?:now |already |currently )?${ended}(?: now| already)?(?: and still in stock)?(?=${end}| and how )`,
    'do we have in stock',
  ),
];

function keeps(status: string, words: string, instead: string): Form {
  return { words: new RegExp(words, 'iu'), op: 'is', status, instead };
}

function leavesOut(words: string, instead: string): Form {
  return { words: new RegExp(words, 'iu'), op: 'is_not', status: 'Discontinued', instead };
}

/** Dead stock, and what sets one status against the other. */
const isOther =
  /\b(?:dead|obsolete|unsold)\b|\bor (?:discontinued|active)\b|\b(?:discontinued|active) or\b|\bactive (?:customers?|clients?|accounts?|suppliers?|warehouses?|stores?)\b|^why\b/i;
