import type { Match } from '../vocabulary/match-phrases.ts';
import type { Token } from '../vocabulary/words.ts';

/** Whether what is asked about did not happen: "which products did not sell?" */
export function denies(tokens: Token[], matches: Match[]): boolean {
  return denial.test(tokens.map(({ word }, at) => (isSaidBy(matches, at) ? '' : word)).join(' '));
}

/** "Days without stock" is a figure of its own. */
function isSaidBy(matches: Match[], at: number): boolean {
  return matches.some(
    ({ concept, from, to }) =>
      at >= from &&
      at < to &&
      concept.kind === 'measure' &&
      concept.references.every(({ name }) => name === 'stock_out_days'),
  );
}

/** "Never sold", "no sales", "sold nothing", "not in stock"; but not "no of orders". */
const denial =
  /\b(no|zero|never|not|without|havent|hasnt|didnt|dont|doesnt|arent|isnt|wasnt|werent)( (been|be|being|have|had|has|any|in|on|yet|the|a|single|actually|really))* (sales?|sell|sells|sold|selling|revenue|returns?|stock|inventory|bought|demand|ordered)\b|\b(sold|sell|sells|selling) (nothing|none|zero)\b|\b(nobody|no one|none) (?:has |have |had )?(?:ever )?(bought|buys?|ordered|orders?)\b/;
