import { month } from '../time/time-patterns.ts';
import { form, type Written } from './replace-with.ts';

const things =
  '(?:products?|items?|articles?|skus?|brands?|categor(?:y|ies)|subcategor(?:y|ies)|customers?|clients?|segments?|channels?|regions?|territor(?:y|ies)|suppliers?)';
const ofThings = `((?:which|what) (?:\\d+ )?${things}(?: (?:in|of|from) [^?.!,]{2,30}?)?)`;
const units = '(?:days?|weeks?|months?|quarters?|years?)';
const made =
  '(?:ma(?:d|k)e|ran(?: up)?|had|took|recorded|posted|booked|closed with|closed at|ended (?:with|at|in)|ran at)';
const loss = '(?:an? (?:loss|negative (?:gross )?(?:margin|profit|result))|losses)';
const lost = `(?:${made} ${loss}|lost money|were (?:in the red|loss[- ]making|unprofitable))`;
const time = `(?:(?:in|of|during|over|since|between|this|last) [^?.!,]{2,40}?)`;
const stop = `(?=\\s*[?.!,]|\\s*$| (?:in|at|this|last|over|during|since|for|on|of|${month}|(?:19|20)\\d\\d)\\b)`;

/** "In 2012 or 2013" are both years together. */
function span(time: string): string {
  const [said = '', from = '', to = ''] =
    /\b(?:in|of|during) ((?:19|20)\d\d) (?:or|and) ((?:19|20)\d\d)\b/i.exec(time) ?? [];
  return Number(to) === Number(from) + 1 ? time.replace(said, `from ${from} to ${to}`) : time;
}

function plural(unit: string): string {
  return `${unit.replace(/s$/i, '')}s`;
}

/** Ways to ask what earns less than it costs: a margin below zero, and no stock that was lost. */
export const moneyLosing: [RegExp, Written][] = [
  // "Which product lost us the most money?", "which brands do we lose most money on?"
  form(
    `\\b${ofThings} (?:(?:has|have|had) )?(?:lost|loses?|losing) (?:us |the company )?(?:the )?most money${stop}`,
    '$1 had the lowest gross margin',
  ),
  form(
    `\\b(?:on |with )?${ofThings} (?:do|did|are|were|have) we (?:lose|losing|lost) (?:the )?most (?:money(?: (?:on|with|from))?|on|with)${stop}`,
    '$1 had the lowest gross margin',
  ),
  form(
    `\\b(?:on|with) ${ofThings} (?:do|did|are|were|have) we (?:lose|losing|lost) (?:the )?most${stop}`,
    '$1 had the lowest gross margin',
  ),
  // "What are we losing most money on?", "… this year, by brand?"
  form(
    `^(?:what|where) (?:do|did|are|were|have) we (?:lose|losing|lost) (?:the )?most money(?: (?:on|with|from))?([^?.!,]{0,30}?),? by (product|brand|category|subcategory|customer|segment|channel|region)(?=\\s*[?!.]*\\s*$)`,
    'which $2 had the lowest gross margin$1',
  ),
  form(
    `^(?:what|where) (?:do|did|are|were|have) we (?:lose|losing|lost) (?:the )?most money(?: (?:on|with|from))?${stop}`,
    'which products had the lowest gross margin',
  ),
  // "Were there months in 2024 where we made a loss?", "was there any week in which we lost money?"
  form(
    `^(?:were|was|are|is|have|has) there (?:been )?(?:any |an? )?(${units})((?: ${time})?),? (?:when|where|in which|on which|that|which|during which)(?: we)? ${lost}\\b`,
    (_, unit = '', when = '') => `which ${plural(unit)}${span(when)} had gross margin below zero`,
  ),
  form(
    `^(?:were|was|are|is) there (?:any |an? )?(${units})((?: ${time})?) with ${loss}`,
    (_, unit = '', when = '') => `which ${plural(unit)}${span(when)} had gross margin below zero`,
  ),
  form(
    `^(?:did|have) we (?:ever )?(?:${made} ${loss}|lo(?:se|st) money) (?:in|on|during) (?:any |an? |one |some )(?:single )?(${units})(?: of)?\\b`,
    (_, unit = '') => `which ${plural(unit)} had gross margin below zero in`,
  ),
  form(
    `^did any (${units})((?: ${time})?) (?:make|end (?:with|in|at)|close (?:with|in|at)|run at|show) ${loss}`,
    (_, unit = '', when = '') => `which ${plural(unit)}${span(when)} had gross margin below zero`,
  ),
  // "Did we make a loss last month?", "are we making a loss on the resellers?"
  form(
    `^(?:did|do|have|are|were) we (?:ever |actually |really )?(?:make|made|making|run|running at|run at|post) (?:an? )?loss(?:es)?(?= (?:in|last|this|during|over|since|so far|yesterday)\\b|\\s*[?!.]*\\s*$)`,
    'did we lose money',
  ),
  // "Which subcategory hurts us most?", "what is hurting sales most?": what fell most.
  form(
    `\\b((?:which|what) ${things}) (?:is |are |was |were |has been |have been )?(?:hurts?|hurting|drags?|dragging|(?:weighs?|weighing)(?= on )) (?:(?:on )?(?:us|it|sales|revenue|the business) )?(?:down )?(?:the )?most${stop}`,
    '$1 declined most',
  ),
  form(
    `^what(?:['’]s| is| was| has been)? (?:hurts?|hurting|dragging|weighing on) (?:us |it |sales |revenue |the business )(?:down )?(?:the )?most${stop}`,
    'which products declined most',
  ),
];
