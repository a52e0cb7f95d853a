import { aboveOne } from '../vocabulary/numbers.ts';
import { form, rewrite, type Written } from './replace-with.ts';

const count = `(\\d{1,2}|${aboveOne}|a couple of|a few)`;
const unit = '(weeks?|months?|quarters?|years?)';
const foretold = '(?:forecasts?|projections?|predictions?|outlook)';
const sells = '(?=(?:sell|make|take|earn|ship|turn over|bring in|do)\\b)';
const expects = '(?:expect|anticipate|foresee|reckon|think)';

const always: [RegExp, Written][] = [
  // "Over the coming six weeks"
  form(`\\b(?:the )?(?:coming|upcoming) ${count} ${unit}\\b`, 'the next $1 $2'),
  // "What do you expect us to sell in December?", "how much do you think we will make next month?"
  form(
    `\\b(?:do|would|can|should) (?:you|we|i) ${expects} (?:(?:that )?(?:us|we|to)(?:['’]ll| will| to)? (?:to )?)${sells}`,
    'will we ',
  ),
  // "How much revenue do you expect in December?"
  [
    /^(?:what|how much|how many) ((?:\w+ )?(?:sales|revenue|turnover|units|orders|demand|margin|profit))(?: volume| level)? (?:do|would|can|should) (?:you|we|i) (?:expect|anticipate|foresee)(?: to (?:see|have|get|make))? (?=(?:in|for|next|over|from|of|between|until|till|through|up to)\b)/gi,
    'forecast $1 ',
  ],
  // "How much will we sell from now until the end of the year?"
  [
    /\b(?:from (?:now|today)(?: on)?|between now and|now) ?(?:until|till|to|through)? (?:the )?end of (?:the |this )?(month|quarter|year)\b/gi,
    'the rest of this $1',
  ],
  // "What do you expect for December?" of all that is sold.
  [
    /^what (?:do|would|can|should) (?:you|we|i) (?:expect|anticipate|foresee) (?=(?:in|for|next|over|from)\b)(?!in (?:(?:this|next) week|tomorrow|today|on)\b)/gi,
    'sales forecast ',
  ],
];

const ofForecast: [RegExp, Written][] = [
  // "8 week forecast of Kitchen"
  form(
    `^(.*?)\\b(?:an? )?${count}[- ]${unit}(?: ahead)?[- ](?=(?:\\w+ ){0,2}${foretold}\\b)(.*?)(\\W*)$`,
    (_, before: string, many: string, units: string, rest: string, end: string) =>
      `${before}${rest} for the next ${many} ${units.replace(/s$/, '')}s${end}`,
  ),
  // "Forecast Kitchen for six weeks", "forecast of Kitchen, 3 months ahead"
  form(
    `(?:,? (?:for|over|of|covering|by)| ?,)? (?:a (?:period|horizon) of )?(?<!(?:next|last|past|previous|first|coming|the|these|those|every|each|in|on) )${count} ${unit}(?: ahead| out| from now| into the future| forward)?(?=\\s*[?.!,]|\\s*$| (?:by|per|in) )`,
    ' for the next $1 $2',
  ),
];

const foretells = /\b(?:forecast\w*|projection|projected|predict\w*|outlook)\b/i;

/** How far ahead a forecast is to reach, and what somebody expects, as the vocabulary has it. */
export function withTimesAhead(text: string): string {
  const forms = foretells.test(text) ? [...always, ...ofForecast] : always;
  return rewrite(text, forms);
}
