import { months } from '../time/time-patterns.ts';
import { conjugate, degree, isEnglish } from '../vocabulary/english.ts';
import { aboveOne } from '../vocabulary/numbers.ts';
import { form, rewrite, type Written } from './replace-with.ts';

/**
 * English as people speak it whose first language puts it otherwise: the verb before its subject ("how long reaches the stock?"),
 * other prepositions ("in average", "on stock"), comparatives with "more", regular forms of irregular verbs ("spended").
 */

/** A time, after what it is set against. */
const period = `(?:last|this|previous) (?:year|month|quarter|week)|(?:19|20)\\d\\d|q[1-4]|${months}|year before|month before|quarter before|same`;
const spent = '(?:bought|ordered|purchased|spent|spended|buyed|sold|received|returned|paid|delivered)';
const subject = '(?:the |our |this )?(?:supplier |vendor |customer |brand |product |article |company )?';
const name = '(?<name>(?!the |we |it )[^?.!,]{3,60}?)';
const mean = '(?: (?:in|on|at) (?:the )?average| averagely| normally| usually| typically)?';
const arrives =
  '(?: (?:until|till|before) (?:he|she|it|they|the goods|the order|everything|all) (?:is |are )?(?:delivers?|delivered|comes?|arrives?|arrived|here|there|ships?|sends?)(?: (?:it|the goods|us|to us))?| (?:for|to) (?:the |a |make a )?(?:deliver|delivery|deliveries|delivering|ship|send)(?: (?:us|to us|the goods))?)?';
const over = '(?=\\s*[?.!,]|\\s*$| (?:this|last|in|since|over|during|for|from)\\b)';
const gradable =
  '(high|low|big|large|small|long|short|fast|slow|quick|cheap|strong|weak|good|bad|great|rich|busy|heavy)';

/** What a comparative is of, or against: "the most small appliances" is none. */
const compared =
  'than|in|for|this|last|at|since|revenue|sales|turnover|margins?|profit|returns?|discounts?|rates?|values?|stock|prices?|lead time|number|amount';

const forms: [RegExp, Written][] = [
  // Prepositions and nouns.
  [/\b(since|from|at|in|to) (?:the )?begin(?:n)? of\b/gi, '$1 the beginning of'],
  [/\bsince (?:the )?(?:begin|beginning|start) (?=(?:this|the) year\b)/gi, 'since the beginning of '],
  [/\bin (?:compare|comparison|comparing|comparision) (?:with|to|of|against)\b/gi, 'compared with'],
  [/\b(from|of|between) the both\b/gi, '$1 both'],
  [/\b(how (?:was|is|were|are)|what (?:was|is)) (?:the )?sell of\b/gi, '$1 the sales of'],
  // "Inferior to 65 percent", "respect to 2024"
  [/\b(?:inferior|minor|lesser) (?:to|than|of) (?=[$€£]?\d)/gi, 'below '],
  [/\b(?:superior|major) (?:to|than|of) (?=[$€£]?\d)/gi, 'above '],
  form(`\\b(?:in |with |by )?respects? (?:to|of) (?=(?:the )?(?:${period}))`, 'compared with '),
  [/\bsuperior (?:to|than)\b/gi, 'higher than'],
  [/\binferior (?:to|than)\b/gi, 'lower than'],
  [/\bhow goes\b/gi, 'how is'],
  // "Which is the product more sold?", "the warehouse that has more stock, which is?"
  [
    /\b(?:which|what) (?:is|are|was|were) the (products?|articles?|items?|brands?|categor(?:y|ies)|customers?|suppliers?|warehouses?|regions?|channels?) (?:the )?(more|most|less|least) (\w+(?:ed|t|d|n)?)\b/gi,
    (_: string, noun: string, more: string, done: string) =>
      `which ${noun} is the ${/^m/i.test(more) ? 'most' : 'least'} ${done}`,
  ],
  [
    /^(\s*)(?:the )(products?|articles?|items?|brands?|categor(?:y|ies)|customers?|suppliers?|warehouses?|regions?|channels?) (?:that|which|who) (has|have|had|made|sold|bought) (?:the )?(more|most|less|least) ([^,?]{2,50}?), (?:which|what|who) (?:is|are|was|were)(?: it| that| they)?\s*\?*$/gi,
    (_: string, lead: string, noun: string, verb: string, more: string, rest: string) =>
      `${lead}which ${noun} ${verb} the ${/^m/i.test(more) ? 'most' : 'least'} ${rest}?`,
  ],
  [
    /\b(this|the current) (week|month|quarter|year) (against|versus|vs\.?|compared (?:to|with)) the (last|previous|prior) one\b/gi,
    '$1 $2 $3 the $4 $2',
  ],
  [/\b(?:say|explain) me\b/gi, 'tell me'],
  [/^(\s*)i (?:search|look|am searching|am looking)(?: for)? (?=(?:the|all|our|every) )/gi, '$1show me '],
  form(
    `\\bthe first (\\d{1,2}|${aboveOne}) (?!(?:days?|weeks?|months?|quarters?|years?|halves|half)\\b)(\\w+) (?:for|by|per|in terms of|according to) `,
    'the top $1 $2 by ',
  ),
  [
    /\b(?:they|he|it) (?:must|have to|has to) (?:still |yet )?(?:send|deliver|ship|bring)(?: us| to us)?\b/gi,
    'are still to come',
  ],
  // "How many days is the worst line behind?"
  [
    /\bhow many days (?:is|are|was|were) ([^?.!,]{3,40}?) (?:behind|back|in arrears)(?=\s*[?.!]|\s*$)/gi,
    'how many days late is $1',
  ],
  // "How many did go?" asks for pieces of what was told.
  [
    /\bhow many (?:of (?:them|those) )?(?:did|do|does|have|has) (?:go|gone|leave|move|moved|sell|sold)\b(?! (?:out|up|down|missing|from|to|into|between)\b)/gi,
    'how many units of it did we sell',
  ],
  // "Better as Socks", "the less revenue"
  [
    /\b(more|less|fewer|better|worse|higher|lower|bigger|smaller|faster|slower)((?: \w+){0,2}?) as (?=(?:in|the|last|our)\b|\p{Lu})/gu,
    '$1$2 than ',
  ],
  [
    /\bthe less (?=(?:revenue|sales|units|orders|returns|money|margin|profit|stock|customers|turnover)\b)/gi,
    'the least ',
  ],
  [/\bthe less(?=\s*[?.!]|\s*$| (?:this|last|in|of)\b)/gi, 'the least'],
  // Verbs.
  [
    /\b[a-z]{3,8}ed\b/g,
    (word: string) => {
      if (isEnglish(word)) return word;
      const base = [word.slice(0, -2), word.slice(0, -1)].find(isEnglish);
      const past = base === undefined ? undefined : conjugate(base)[1];
      return past !== undefined && !past.endsWith('ed') && isEnglish(past) ? past : word;
    },
  ],
  // "In which territory have bought the internet clients the most?"
  form(`\\b(has|have) (${spent}) ((?:the |our )[^?.!,]{2,40}?) (the )?(most|least)\\b`, '$1 $3 $2 $4$5'),
  // "How many days needs Calder in average until he delivers?"
  form(
    `\\bhow (?:long|many days|much (?:time|days))(?: time)? (?:needs?|takes?|makes?)(?: still)? ${subject}${name}(?: (?:need|take|make))?${mean}${arrives}${mean}${over}`,
    (spoken: string, ...groups: string[]) => {
      const thing = groups[0] ?? '';
      const isDelivery = /until|till|deliver|ship|arriv|needs? (?!to)/i.test(spoken.replace(thing, ''));
      return isDelivery ? `how long does ${thing} take to deliver` : spoken;
    },
  ),
  // "How long reaches still the stock of grills?", "for how many days suffices it still?"
  form(
    `\\b(?:for |until )?(?:how long|how many days|when) (?:reaches|reach|suffices|suffice|lasts|holds)(?: still| yet)? (?:(?:the |our )?(?:stock|inventory|reserves?)(?: (?:from|of|for|on|in))? )?${subject}(?<name>[^?.!]{2,80}?)(?: still| yet| out)?(?=\\s*[?.!]|\\s*$)`,
    (_, ...groups: string[]) => `days of cover of ${(groups[0] ?? '').replace(/\band from\b/i, 'and')}`,
  ),
  // "More quick", "the most high"
  form(
    `\\b(the )?(more|most) ${gradable}\\b(?=\\s*[?.!,]|\\s*$| (?:${compared})\\b)`,
    (spoken: string, _: string, more: string, word: string) => {
      const written = degree(word.toLowerCase(), /more/i.test(more) ? 'comparative' : 'superlative');
      return written === null ? spoken : `${/most/i.test(more) ? 'the ' : ''}${written}`;
    },
  ),
];

/** A question in the order and with the words of English. */
export function inEnglishOrder(text: string): string {
  return rewrite(text, forms);
}
