import { month } from '../time/time-patterns.ts';
import { end, form, type Written } from './replace-with.ts';

const ahead = `((?:this |next )?(?:${month})(?: 20\\d\\d)?|next (?:week|month|quarter|year))`;
const past = `((?:last|the previous) (?:${month}|week|month|quarter|year)|(?:${month}) (?:of )?20\\d\\d)`;

/** Ways to ask what is to be sold, which is a forecast: of nothing that is due. */
export const forecastForms: [RegExp, Written][] = [
  // "What do we expect to sell from January to March?", "how much do you expect we will sell?"
  [
    /\b(?:do|are|should|can|could) (?:we|you|i) (?:expect(?:ing)?|plan(?:ning)?|hope|hoping|anticipat(?:e|ing)|predict)(?: (?:that )?(?:we|us)(?: (?:will|to|shall|can))?| to) sell(?:ing)?\b/gi,
    'will we sell',
  ],
  // "Expected sales from January to March"
  [
    /^((?:(?:show |give )(?:me )?|what (?:is|are) |what['’]s |how (?:high|big|large) (?:is|are) )?)(?:the |our )?(?:expected|projected|predicted|anticipated) (?=(?:sales|revenue|turnover|units)\b(?! orders?\b))/gi,
    '$1forecast of ',
  ],
  // "How does the forecast for December compare with last December?": each of them is told.
  form(
    `^(?:how (?:does|do|is|will) |compare )(?:the |our )?(?:sales |units? )?forecast (?:for|of) ${ahead} (?:compares? |compared )?(?:with|to|against|and|versus|vs\\.?) (?:(?:the )?(?:actual )?(?:sales|units) (?:of|in|for) )?${past}${end}`,
    'what is the forecast of units for $1? How many units did we sell in $2',
  ),
  form(
    `^(?:will|are|do) we (?:(?:going|likely|expect) to )?sell (?:more|less|fewer|better)(?: units)? (?:in )?${ahead} than (?:in |we did (?:in )?)?${past}${end}`,
    'what is the forecast of units for $1? How many units did we sell in $2',
  ),
];
