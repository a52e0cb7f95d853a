import type { Filter } from '../question/question.ts';

type Taken = {
  /** The sentence without the words that say it. */
  rest: string;
  filters: Filter[];
};

/**
 * "Stock of discontinued products", "active SKUs", "which items are discontinued?", "without the discontinued ones": products by
 * whether they are still sold. When that ended no tool tells, so "which did we discontinue in May?" is none of these; nor is "not sold or discontinued", which is dead stock.
 */
export function takeProductStatus(sentence: string): Taken {
  const form = isDeadStock.test(sentence) ? undefined : forms.find(({ words }) => words.test(sentence));
  if (form === undefined) return { rest: sentence, filters: [] };
  const { words, op, status, instead } = form;
  const rest = sentence.replace(words, instead).replace(/ {2,}/g, ' ').trim();
  return { rest, filters: [{ dimension: 'product_status', op, values: [status] }] };
}

type Form = { words: RegExp; op: Filter['op']; status: string; instead: string };

const goods =
  '(?:products?|items?|articles?|skus?|goods|stock|inventory|range|assortment|ones?|models?|lines?)';
const ended = '(?:discontinued|delisted)';
const all = '(?:all |any |the |our |those |these )*';
/** A name of goods; not what tells when, where or why. */
const named =
  '(?!(?:in|on|at|by|since|last|this|because|for|and|or|but|to|from|we|i|is|are|was|were|so|do|does|did|has|have|had|it|they|when|why|how|what|which)\\b)[\\p{L}\\d]';
const end = '(?=\\s*[?.!,;]|\\s*$)';

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
  keeps('Discontinued', `,? ?\\b(?:that|which) (?:are|is|have been|were) (?:now |already )?${ended}\\b`, ''),
  // "Revenue of discontinued products", a total
  keeps('Discontinued', `\\b(?:of|on|from|for|in) ${all}${ended} (?!stock|inventory)${goods}\\b`, ''),
  keeps('Active', `\\b(?:of|on|from|for|in) ${all}active (?!stock|inventory|customers|lines)${goods}\\b`, ''),
  keeps('Discontinued', `\\b${ended} (?=${goods}\\b)`, ''),
  // "Which discontinued wines do we still have?"
  keeps(
    'Discontinued',
    `(?<=^|\\b(?:which|what|any|our|the|all|list|show|me|us|many|these|those|of|in|on|for|from|with) )${ended} (?=${named})`,
    '',
  ),
  keeps('Active', `\\bactive (?=(?:[\\p{L}\\d&'-]+ ){0,2}(?!lines?\\b)${goods}\\b)`, ''),
  // "Which Kitchen items are discontinued?"
  keeps(
    'Discontinued',
    `(?<=\\b(?:which|what)\\b[^?.!,;]* )(?:are|have been) (?:now |already |currently )?${ended}(?: now| already)?(?: and still in stock)?(?=${end}| and how )`,
    'do we have in stock',
  ),
];

function keeps(status: string, words: string, instead: string): Form {
  return { words: new RegExp(words, 'iu'), op: 'is', status, instead };
}

function leavesOut(words: string, instead: string): Form {
  return { words: new RegExp(words, 'iu'), op: 'is_not', status: 'Discontinued', instead };
}

const isDeadStock =
  /\b(?:dead|obsolete|unsold)\b|\bor (?:discontinued|active)|\b(?:discontinued|active) or\b/i;
