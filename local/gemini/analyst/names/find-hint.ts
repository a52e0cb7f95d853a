import type { Match } from '../vocabulary/match-phrases.ts';
import type { Token } from '../vocabulary/words.ts';

/** The dimension word that stands beside a name and says what kind of thing it is: "the north warehouse". */
export function findHint(
  from: number,
  to: number,
  tokens: Token[],
  matches: Match[],
): { match: Match; dimension: string } | null {
  for (const match of matches) {
    const { concept } = match;
    // "Customer" may mean the number of them, too; beside a name it does not.
    const meant =
      concept.kind === 'dimension' ? concept.references : concept.kind === 'measure' ? concept.or : [];
    const dimension = meant?.[0]?.name;
    if (dimension === undefined) continue;
    const leading = tokens[match.from - 1]?.word ?? '';
    // "Customers who bought grills": the verb is between.
    if (/^(bought|buy|buys|spent|spend|spends|ordered)$/.test(tokens[match.to - 1]?.word ?? '')) continue;
    // "sales of Bikes by category": the dimension after "by" is a breakdown, not the kind of the name.
    // "Which internet territory", "the best kitchen brand": what is asked for, and a name that narrows it.
    // "The cheapest Power Tools product" is one of those products: its price may stand between.
    const before = tokens.slice(dimension === 'product' ? 0 : from - 1, from);
    const isAsked =
      dimension !== 'customer' && match.from === to && before.some(({ word }) => asking.test(word));
    if (isAsked) continue;
    // "Margin by category, Sacramento", too: the comma ends it.
    const isApart =
      /^(by|per)$/.test(leading) && (tokens[from]?.start ?? 0) - (tokens[match.to - 1]?.end ?? 0) > 1;
    const splits = isApart || (/^(by|per|each|every|across|which|and)$/.test(leading) && match.to !== from);
    if ((match.from === to || match.to === from) && !splits && !isPlural(tokens, match))
      return { match, dimension };
  }
  return null;
}

const asking =
  /^(which|what|best|worst|top|biggest|largest|smallest|highest|lowest|strongest|weakest|each|every|per)$/;

/** "Bikes products": the plural asks for them all. */
function isPlural(tokens: Token[], match: Match): boolean {
  const last = tokens[match.to - 1];
  return last !== undefined && last.word !== last.lemma;
}
