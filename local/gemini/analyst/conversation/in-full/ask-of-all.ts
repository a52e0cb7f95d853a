import type { Question } from '../../question/question.ts';
import { toWords } from '../../vocabulary/to-words.ts';

/**
 * "And in total?", after one figure that is narrowed: of all sites or customers where one of these was named, else of all goods. Where
 * both are narrowed the goods stay.
 */
export function askOfAll(said: string, previous: Question): string | null {
  if (previous.kind !== 'data' || !inTotal.test(said)) return null;
  const { dimensions, grain, filters, conditions, periods } = previous;
  if (dimensions.length > 0 || grain !== null || conditions.length > 0 || periods.length > 1) return null;
  const goods = /^(?:product|sku|category|subcategory|brand)$/;
  const others = filters.filter(({ dimension }) => !goods.test(dimension));
  const [only, ...more] = others.length > 0 ? others : filters;
  if (only === undefined || more.length > 0) return null;
  const word = toWords(only.dimension);
  return `all ${word.replace(/y$/, 'ie')}s`;
}

const inTotal =
  /^(?:and )?(?:(?:what|how much|how many)(?: is (?:it|that))? )?(?:in total|in all|overall|altogether|all in all|everywhere)\W*$/i;
