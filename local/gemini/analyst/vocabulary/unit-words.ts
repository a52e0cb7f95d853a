/** Words that want the money of a thing, and not how many of it. */
export const asksMoney =
  /\b(value of|with (?:a |an )?(?:total )?value|worth of|worth|(in|by|of) (money|dollars?|euros?|value|usd|eur|cash)|(in|by) (terms of )?(monetary|money|dollar|cash)( value| terms)?|value[- ]?wise|money[- ]?wise|how much (money|cash|capital)|cost of(?! goods| sales)|amount of money|dollars|dollar (terms|value|amount)|usd|bucks|(tied|locked) up|monetary value|valued at|financially|(its|their|the|total) value|(most |least |more )?valuable)\b/;

const quantity =
  '(?:units?|pieces|pcs|bags|bottles|cans|packs|boxes|quantity|quantities|qty|number|count|volume|on hand|on order|in stock|available)';
const money = '(?:value|worth|money|dollars|amount|cash|usd|cost)';
const joint =
  '(?: [a-z]+){0,2},? (?:and|&|plus|as well as) (?:(?:in|by|the|their|its|what|how|much|total|of|also) )*';
/** "In units and in money", "quantity in stock and its value": both are wanted. */
export const asksBoth = new RegExp(
  [
    `\\b${quantity}${joint}${money}\\b`,
    `\\b${money}${joint}${quantity}\\b`,
    // "Cancelled lines and their value"
    `\\b(?:lines|orders|pos)\\b[^?.!]{0,40}?,? (?:and|&|plus|with|along with|together with|as well as) (?:their|its|the|what they (?:are|were)) (?:total )?(?:value|worth|amount)\\b`,
    // "How many orders did we place, and for what amount?"
    '\\b(?:how many|number of)\\b.*\\band (?:(?:for |at |of )?(?:what|which) (?:amount|value|sum)|(?:for|worth) how much)\\b',
  ].join('|'),
);

const rate = '(?:as )?(?:an? |in )?(?:percent|percentage|%|rate)';
/** "Margin in dollars and in percent". */
export const asksRateToo = new RegExp(
  `\\bin (?:money|dollars|euros|value|usd) (?:and|&) ${rate}|${rate} (?:and|&) in (?:money|dollars|euros|value|usd)\\b`,
);
