import { month } from '../time/time-patterns.ts';
import { aboveOne } from '../vocabulary/numbers.ts';
import { toSingular } from '../vocabulary/to-words.ts';
import { form, rewrite, type Written } from './replace-with.ts';

const part = '(?:share|part|portion|percentage|percent|proportion|fraction|slice|chunk|cut|piece)';
const asked = `(?:what|which|how (?:big|large|great|high|significant|much of) an?|how (?:big|large|great|high)|how many|how much) (?:a )?(?:${part}|%)(?: share)?`;
const verb =
  '(?:comes?|came|coming|stems?|stemmed|originates?|originated|resulted|falls?|fell|goes|went|belongs?|belonged|is|are|was|were|has been|have been|is made|are made|was made|were made|is (?:due|down|owed)|was (?:due|down|owed))';
const joint = '(?: (?:from|out of|to|on|by|with|in|for|through|via|of))?';
const stop = `(?=\\s*[?.!,;:]|\\s*$| (?:in|during|over|for|since|by|per|between|from|at the end|last|this|in the|compared|versus|vs|month by|week by|quarter by|year by|h[12]|q[1-4]|${month}|(?:19|20)\\d\\d|ytd|year to date|to date|so far)\\b)`;
const name = '(?:the |our )?([^,;:?!]{2,60}?)';
/** What is divided up; "everything" and "all" say nothing of it. */
const whole = '(?:the |our |all (?:the |our |of the )?|total )*([^,;:?!]{2,60}?)';
const each = '(?:each|every|the (?:different|various|individual|single)|all(?: of)?(?: the| our)?)';
const divided =
  '(?:divide|divided|split|spread|distribute|distributed|break down|broke down|broken down|break up|broke up|apportion|apportioned|shared)';

const count = `(\\d+|${aboveOne})`;
const biggest = '(?:biggest|largest|best|top|strongest|most important)';

/**
 * Who is the part and who the whole, by what relates them: "what portion of X came from Y", "of X, how much was Y", "how big is
 * Y in X". All are written as the share of the part in the whole.
 */
const forms: [RegExp, Written][] = [
  // "Gross margin as a percentage of net revenue" has a name of its own.
  [
    /\b(?:gross )?(?:margin|profit) as (?:an? |the )?(?:percentage|percent|%|share|proportion) of (?:the )?(?:net )?(?:revenue|sales|turnover)\b/gi,
    'margin rate',
  ],
  // "What percentage of orders include Kitchen?", "what share of customers buy online?"
  form(
    `\\b(${part}|%) of (?:our |the |all )*(orders|customers|clients|buyers) (?:that |who |which )?(?:do |did |have |has )?(?:includes?|included|contains?|contained|buys?|bought|ordered|purchased?|comes? with|came with)(?: (?:any|some|something from|something of|products from|items from))?(?= \\S)`,
    '$1 of $2 are',
  ),
  // "What share of revenue did we give away as discounts?"
  [
    /\b(?:(?:what|which) (?:share|percentage|percent|part|proportion|portion|%)|how much) of (?:our |the |all |total )*(?:revenue|sales|turnover) (?:did|do|have|has|was|is|are|were) (?:we )?(?:give|gave|given|lose|lost|spend|spent) (?:away )?(?:as|in|to|on|through|for|by) discounts?\b/gi,
    'discount rate',
  ],
  // "What share of revenue do returns make up?"
  form(
    `\\b(?:(?:what|which) ${part}|how much) of (?:our |the |all |total )*(revenue|sales|turnover|gross sales) (?:do|did|does|are|is|were|was) (?:the |our )?(returns|refunds|discounts)(?: (?:make up|account for|represent|take(?: up)?|eat(?: up)?|cost us))?(?=\\s*[?.!]|\\s*$| (?:in|last|this|during|over|by|per|for)\\b)`,
    (_, whole = '', what = '') =>
      /^d/i.test(what) ? 'discount rate' : `${what} as a percentage of ${whole}`,
  ),
  // "How big a share of everything we ordered went to Orsini?", "what share of our purchases is Orsini?"
  [
    /\b(share|percentage|percent|part|proportion|portion|%) of (?:everything|all|what) (?:that )?we (?:ordered|bought|purchased)(?! by\b)/gi,
    '$1 of the value ordered',
  ],
  [
    /\b(share|percentage|percent|part|proportion|portion|%) of (?:all )?(?:our |the )?(?:total |overall )?purchases (?=(?:went|go|goes|is|was|are|were|came|comes?) )/gi,
    '$1 of the value ordered ',
  ],
  // "What percentage of Kitchen purchases goes to Northgate?"
  [
    /\b(?:what )?(?:share|percentage|percent|part|proportion|portion|%) of (?:our |the )?((?!our\b|the\b|all\b|total\b)[\w&'’-]+(?: [\w&'’-]+)?) (?:purchases|purchasing|spend|spending) (?:went|go|goes|came|comes|is|was) (?:to|from|with) ([^?.!,]{2,40}?)(?= (?:last|this|in|over|during)\b|\s*[?.!]*$)/gi,
    'share of $2 in purchases of $1',
  ],
  // "How much did each category contribute to last year's turnover, in percent?"
  form(
    `\\bhow (?:much|strongly) (?:did|does|do|has|have) (?:each|every) ([\\w-]+) contributed? to (?:the |our )?(?![^?.!]*\\b(?:growth|rise|fall|drop|change|increase|decrease|decline)\\b)([^?.!,]{3,50}?)(?:,? in (?:%|percent))?(?=\\s*[?.!]|\\s*$)`,
    'share of each $1 in $2',
  ),
  // "How did the units divide among the segments, in %?"
  form(
    `\\bhow (?:is|are|was|were|did|does|do|has|have) ${whole} (?:been )?(?:get |got )?${divided}(?: itself| themselves| up)? (?:over|among|amongst|between|across|into|by|along) (?:the |our |its |their |each of (?:the |our |its )?)?(?:different |various |individual )?([\\w-]+(?: (?:segments?|types?|groups?|channels?|regions?|categories))?)(.*?)(?:,? \\(?(?:in|as an?) (?:%|percent|percentages?|shares?)\\)?|,? \\(%\\))?(?=\\s*[?.!]|\\s*$)`,
    (_, of: string, by: string, rest: string) => `share of each ${toSingular(by)} in ${of}${rest}`,
  ),
  // "Of everything returned this year, what part is Kitchen?", "of the discounts we gave, how many percent were on Components?"
  form(
    `^(?:out )?of ${whole},? (?:${asked}|how much|what|how many percent|how many %) ${verb}${joint} ${name}${stop}`,
    (_, of: string, who: string) => `share of ${who} in ${toWhole(of)}`,
  ),
  form(
    `^(?:out )?of ${whole},? (?:${asked}|how much) (?:did|does|do|has|have|had) ${name} (?:take|make|make up|bring(?: in)?|have|had|hold|get|got|account for|represent|generate|contribute|deliver)\\b`,
    (_, of: string, who: string) => `share of ${who} in ${toWhole(of)}`,
  ),
  // "What share of our beer do pubs buy?", "what share of our beer goes to pubs?"
  form(
    `\\b(?:${asked}|how much) of ${whole} (?:do|does|did) ${name} (?:buy|take|get|order|purchase|account for)${stop}`,
    toGoodsShare,
  ),
  form(
    `\\b(?:${asked}|how much) of ${whole} (?:(?:does|do|did) )?(?:goes|go|went|gets sold|(?:is|are|was|were) sold) to ${name}${stop}`,
    toGoodsShare,
  ),
  // "What share of revenue came from our ten biggest customers?", "how much of Garden's revenue came from the top 3 products?"
  form(
    `^(?:how (?:concentrated|dependent|reliant) (?:are|is) [^:,?]{1,30}[:,] ?)?(?:${asked}|how much) of ${whole},?(?: in (?:%|percent),)? ${verb}${joint} (?:the |our |its )?(?:${count} ${biggest}|${biggest} ${count}) ([a-z]+)\\b`,
    (_, of = '', one = '', other = '', who = '') =>
      `share of ${of.replace(/['’]s\b/, '')} from the top ${one || other} ${who}`,
  ),
  // "How dependent are we on our top 5 customers?"
  form(
    `^how (?:dependent|reliant) (?:are|is) (?:we|the company|the business) on (?:the |our )?(?:${count} ${biggest}|${biggest} ${count}) ([a-z]+)\\b`,
    (_, one = '', other = '', who = '') => `share of the top ${one || other} ${who} in revenue`,
  ),
  // "What portion of Sacramento's revenue comes from each segment?"
  form(
    `\\b(?:${asked}|how much) of ${whole} ${verb}(?: from| out of| to| on| by| with| in| for| through| via| of)? (${each} [\\w-]+(?: (?:segment|type|group))?)(?= |\\s*[?.!,]|\\s*$)`,
    (_, of: string, who: string) =>
      `share of ${/^(?:each|every)/i.test(who) ? who : `each ${toSingular(who.replace(new RegExp(`^${each} `, 'i'), ''))}`} in ${of}`,
  ),
  // "How big is Seasonal in our cost of goods?", "how big a part of revenue is Garden?"
  form(
    `\\bhow (?:big|large|important|significant|strong) (?:is|was|are|were) ${name} (?:in|within|as (?:an? )?${part} of|in terms of|relative to) (?:the |our |total |all )*(?=\\w)(?!terms\\b|(?:19|20)\\d\\d|${month}\\b|q[1-4]\\b|last\\b|this\\b|size\\b|number\\b)`,
    'share of $1 in ',
  ),
  // "Filter, Q3 2024: what part of the volume was it?"
  form(
    `^([^,:;?!]{2,40}?)(, [^:?!]{2,40}|)(?::| -| –) ?(?:${asked}|how much) of ${whole} (?:is|was|are|were|does|did|has|had) (?:it|they|that|this)(?: (?:have|make|bring in|take|account for|represent))?(?=\\s*[?.!,]|\\s*$)`,
    'share of $1 in $3$2',
  ),
  form(
    `^([^,:;?!]{2,40}?)(, [^:?!]{2,40}|)(?::| -| –) ?(?:its|their|the) ${part} (?:of|in) `,
    (_, who: string, time: string) => `share of ${who}${time.replace(/^,/, '')} in `,
  ),
  // "Kitchen as a part of stock value"
  form(
    `^(?:show me |what is |what was )?(?!(?:how|what|which|of|share|the share)\\b)([^,;:?!]{2,40}?) as an? (?:${part}|%) of (?:the |our |total |all )*(?=\\w)(?!\\w+ (?:and|or)\\b)`,
    (spoken: string, who: string) => (namesFigure.test(who) ? spoken : `share of ${who} in `),
  ),
];

/** "Returns as a percentage of sales" is a rate of two figures. */
const namesFigure =
  /\b(?:returns?|revenue|sales|turnover|margins?|profits?|discounts?|costs?|cogs|orders?|units?|stock|inventory|value|rejects?|rejected|write-?offs?|shrinkage|shrink|losses|spend|spending|purchases|purchasing|receipts?|deliver(?:y|ies)|transfers?|adjustments?|movements?|issues|stock-?outs?|overstock|refunds?|demand|price|lines?|received|reserved|available|late|open|quantity|volume|it|that|this|them|those)\b/i;

const collective =
  /^(?:everything|all|anything|what(?:ever)?|that|things?|the goods|goods|units|pieces|stuff)(?: that)?(?: we| was| were| got| has been| is)*\s+/i;

/** "Our beer" are its sales; "the volume" is a figure. */
function toGoodsShare(_: string, of: string, who: string): string {
  return namesFigure.test(of) ? `share of ${who} in ${of}` : `share of ${who} in sales of ${toWhole(of)}`;
}

/** "Everything returned this year" is what was returned. */
function toWhole(spoken: string): string {
  // "Of all units we sold", of which revenue is another part.
  const units = /^(?:units|pieces)\b/i.test(spoken) ? 'units ' : '';
  return `${units}${spoken.replace(collective, '')}`;
}

/** "How much of the discount goes to contractors, in percent?": the share is; the discount rate is another figure. */
function withoutPercent(plain: string, text: string): string {
  return plain !== text && /^share of /i.test(plain) ? plain.replace(/,? in percent(?=[?.!]*$)/i, '') : plain;
}

/** A question about a part of a whole as the vocabulary has it. */
export function withPlainShares(text: string): string {
  const plain = rewrite(text, forms);
  return withoutPercent(plain, text).replace(/\b(what|which) (?:part|portion) of\b/gi, '$1 share of');
}
