import type { Written } from './replace-with.ts';

const form = (pattern: string, written: Written): [RegExp, Written] => [new RegExp(pattern, 'gi'), written];

/** What else is counted than kinds of goods. */
const things =
  '(?:products|items|articles|skus|goods|titles|models|units|customers|clients|accounts|suppliers|vendors|brands|categories|subcategories|orders|lines|warehouses|stores|sites|locations|channels|regions|segments|days|weeks|months|quarters|years|times)';

/** Ways to ask how wide the range is, what it lists at, and what its goods are packed in. */
export const rangeForms: [RegExp, Written][] = [
  // "How many different whiskies do we carry?" counts products; so does what is carried, in the plural.
  form(
    `\\bhow many (?:(?:different|distinct|kinds of|types of|sorts of) (?!${things}\\b)([\\w' -]{3,30}?s) (?=(?:do|did|are|have|were)\\b)|(?!(?:different|distinct|of|${things})\\b)([\\w' -]{3,30}?s) (?=do we (?:carry|list|offer|range)\\b))`,
    (_, kind = '', kept = '') => `how many different products of ${kind || kept} `,
  ),
  // "How many active and how many discontinued products do we have?"
  form(
    '\\bhow many (active|discontinued)(?: products)?,? (?:and|vs\\.?|versus) (?:how many )?(?:(?:are )?(?:discontinued|active))(?: products)?\\b',
    'how many products by product status',
  ),
  form(
    '\\bhow many (?:of (?:our|the) )?products are (?:active|discontinued),? and how many (?:are )?(?:discontinued|active)\\b',
    'how many products by product status',
  ),
  // "The bottles still to come", "cases broken or missing": what the goods are packed in counts their units.
  form(
    `\\b(?:bottles|cases|boxes|bags|cartons|packs|crates|jars|tins|cans|rolls|copies|pairs|kegs|casks|barrels|drums|sacks|tubes|trays)(?= (?:(?:are |were )?(?:still |yet )*(?:to come|outstanding|due|broken|missing|lost|damaged|written off|returned|sent back|reserved|received|delivered|rejected)\\b))`,
    'units',
  ),
  // "Which bottles do we list at more than $40?"
  form(
    '\\b(?:do we (?:list|sell|offer)|are listed|listed|are priced|priced) at (?=(?:more|less) than [$€£]?\\d|(?:over|above|under|below) [$€£]?\\d)',
    'have a list price of ',
  ),
  // "Discounts by category, amount and percent of gross sales": the figure and its rate.
  form(
    '\\b(?<figure>discount|return|margin)(?<many>s?)\\b(?<rest>[^?.!]*?),? (?:in |as )?(?:an? |the )?(?:amount|value|money|dollars) and (?:as |in )?(?:an? |the )?(?:percent(?:age)?|%|rate|share)(?: of (?:(?:gross )?sales|revenue))?(?=\\s*[?.!,]|\\s*$)',
    '$<figure>$<many> and $<figure> rate$<rest>',
  ),
];
