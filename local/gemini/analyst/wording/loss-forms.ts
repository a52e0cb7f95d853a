import { form, type Written } from './replace-with.ts';

const stock = '(?:stock|inventory|goods|units|pieces|items|products)';
const lose = '(?:lose|lost|losing)';

/** Ways to ask what was lost in stock: written off or missing, and not how stock on hand moved. */
export const lossForms: [RegExp, Written][] = [
  // "How much stock did we lose in September?"
  form(
    `^how (?:much|many)(?: (?:of our|of the))? ${stock} (?:did|do|have|has|does|are) (?:we|i|they) (?:really |actually )?${lose}\\b`,
    'how much shrinkage',
  ),
  // "Did we lose any stock in September?"
  form(
    `^(?:did|do|have|are) we (?:really |actually )?${lose} (?:any |some |much |many |a lot of |our )*${stock}\\b(?! (?:to|against|with|because|orders|sales)\\b)`,
    'was there shrinkage',
  ),
];
