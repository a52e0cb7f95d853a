import type { Lexicon } from '../vocabulary/lexicon.ts';
import type { Match } from '../vocabulary/match-phrases.ts';
import type { Token } from '../vocabulary/words.ts';
import { findUnits } from './bind-conditions.ts';

/**
 * "How many reels of solder have we sold?": a plural that means nothing else counts the units of what is named after it, where it is
 * asked how many were sold or are in stock. What only people have ("readers of it") is not sold, and what has a size of its own
 * ("kilos of it") is no unit.
 */
export function findCountedNoun(
  tokens: Token[],
  sentence: string,
  used: ReadonlySet<number>,
  lexicon: Lexicon,
): Match[] {
  const at = tokens.findIndex(({ word }, index) => word === 'of' && isCounted(tokens, index - 1)) - 1;
  const noun = tokens[at];
  const units = findUnits(lexicon);
  if (!noun || units === null || used.has(at) || used.has(at + 1) || tokens[at + 2] === undefined) return [];
  const { fillers, known } = lexicon;
  const isMeant = known.has(noun.lemma) || fillers.has(noun.word) || fillers.has(noun.lemma);
  const isGoods = trades.test(sentence) || packings.test(noun.word);
  if (isMeant || !isGoods || otherwise.test(noun.word)) return [];
  return [{ concept: { kind: 'measure', references: units, packs: 'unknown' }, from: at, to: at + 1 }];
}

/** "How many reels", "number of reels": the noun stands in the plural, in small letters. */
function isCounted(tokens: Token[], at: number): boolean {
  const [before = '', last = ''] = [tokens[at - 2]?.word, tokens[at - 1]?.word];
  const { text = '', word, lemma } = tokens[at] ?? {};
  return (
    word !== lemma && /^\p{Ll}+$/u.test(text) && (last === 'many' || (before === 'number' && last === 'of'))
  );
}

/** What only goods undergo: "did we sell", "are left". */
const trades =
  /\b(?:we|i) (?:\w+ )?(?:sell|sold|ship|shipped|order|ordered|buy|bought|receive|received)\b|\b(?:sold|shipped|in stock|on hand|on order|left|on (?:the |our )?shel(?:f|ves)|(?:was|were|been|got) (?:returned|received))\b/i;

/** What goods come in, and nothing else does. */
const packings =
  /^(?:reels|spools|coils|vials|ampoules|sachets|punnets|sticks|blocks|slabs|loaves|bunches|flasks|kegs|casks|jugs|buckets|pails|skeins)$/;

/** What has a size of its own, and what tells one kind of a thing from another. */
const otherwise =
  /^(?:kilos|kilograms|kgs|grams|lit(?:re|er)s|met(?:re|er)s|centimet(?:re|er)s|inches|yards|miles|ounces|pounds|tons|tonnes|gallons|pints|quarts|dozens|hundreds|thousands|millions|pallets|containers|truckloads|loads|lots|batches|shipments|deliveries|consignments|tablets|capsules|pills|blisters|strips|doses|servings|portions|slices|glasses|cups|shots|pages|colou?rs|shades|flavou?rs|scents|variants|varieties|versions|variations|editions|formats|models|styles|designs|generations|ranges|assortments)$/;
