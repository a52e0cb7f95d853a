import { form, type Written } from './replace-with.ts';

const stock = '(?:stock|inventory|goods|units|pieces|items|products)';
/** "How many products did we lose money on?" is of their margin, and what came back is no loss of stock. */
const inStock = '(?! (?:money|on|to|against|with|from|because|orders|sales)\\b)';
const lose = '(?:lose|lost|losing)';

/** Ways to ask what was lost in stock: written off or missing, and not how stock on hand moved. */
export const lossForms: [RegExp, Written][] = [
  // "How much stock did we lose in September?"
  form(
    `^how (?:much|many)(?: (?:of our|of the))? ${stock} (?:did|do|have|has|does|are) (?:we|i|they) (?:really |actually )?${lose}\\b${inStock}`,
    'how much shrinkage',
  ),
  // "Did we lose any stock in September?"
  form(
    `^(?:did|do|have|are) we (?:really |actually )?${lose} (?:any |some |much |many |a lot of |our )*${stock}\\b${inStock}`,
    'was there shrinkage',
  ),
];
