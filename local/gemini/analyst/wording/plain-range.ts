import { form, type Written } from './replace-with.ts';

/** What else is counted than kinds of goods. */
const things =
  '(?:products|items|articles|skus|goods|titles|models|units|customers|clients|accounts|suppliers|vendors|brands|categories|subcategories|orders|lines|warehouses|stores|sites|locations|channels|regions|segments|days|weeks|months|quarters|years|times|colou?rs|sizes|people|countries|reasons|ways)';

/** Ways to ask how wide the range is, and what it lists at. */
export const plainRange: [RegExp, Written][] = [
  // "How many different whiskies do we carry?", "how many kinds of tea are in stock?": products, and not their units.
  form(
    `\\bhow many (?:different|distinct|kinds of|types of|sorts of) (?!(?:[\\w'-]+ )*${things}\\b)([\\w' -]{3,30}?) (?:do|did|are|have) (?:we |there )?(?:still )?(?:have|carry|hold|stock|keep|list|offer|in stock|on hand)(?: in stock| on hand)?(?=\\s*[?.!,]|\\s*$| (?:in|at)\\b)`,
    'how many distinct products of $1 are in stock',
  ),
  // "How many road bikes do we offer?": products as well.
  form(
    `\\bhow many (?!(?:different|distinct|kinds|types|sorts|of)\\b)(?!(?:[\\w'-]+ )*${things}\\b)([\\w' -]{3,30}?) do we (?:offer|list|have (?:in|on) (?:the|our) (?:range|catalogu?e|assortment|list))(?=\\s*[?.!]|\\s*$)`,
    'how many distinct products of $1 are in stock',
  ),
  // "Retail value versus cost value of stock": what it lists at, and what it cost.
  form(
    '\\bcost value (?=(?:(?:and|versus|vs\\.?|against) [\\w ]{3,20} )?of (?:the |our )?(?:stock|inventory)\\b)',
    'stock value ',
  ),
  // "How many active and how many discontinued products do we have?"
  form(
    '\\bhow many (active|discontinued)(?: products)?,? (?:and|vs\\.?|versus) (?:how many )?(?:(?:are )?(?:discontinued|active))(?: products)?\\b',
    'how many products by product status',
  ),
  // "Which bottles do we list at more than $40?"
  form(
    '\\b(?:do we (?:list|sell|offer)|are listed|listed|are priced|priced) at (?=(?:more than|less than|over|above|under|below) [$€£]\\d)',
    'have a list price of ',
  ),
];
