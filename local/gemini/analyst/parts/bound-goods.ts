import type { Lexicon, Reference } from '../vocabulary/lexicon.ts';
import type { Match } from '../vocabulary/match-phrases.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import type { Token } from '../vocabulary/words.ts';
import { findUnits } from './bind-conditions.ts';
import type { FoundCondition } from './find-conditions.ts';
import type { Parts } from './parts.ts';

/**
 * "Customers who bought more than 5 bikes": a bound right before a name is on the units of it, or on the figure that the name
 * stands before: "more than 3 internet orders". Null where nothing is named there.
 */
export function findBoundGoods(
  { to, unit }: FoundCondition,
  tokens: Token[],
  matches: Match[],
  named: ReadonlySet<number>,
  lexicon: Lexicon,
): Reference[] | null {
  if (unit !== null || !named.has(to)) return null;
  let end = to;
  while (named.has(end)) end += 1;
  const figure = matches.find(({ from, concept }) => from === end && concept.kind === 'measure');
  if (figure?.concept.kind === 'measure') return figure.concept.references;
  return tokens[to] === undefined ? null : findUnits(lexicon);
}

/** "Customers above 200k": a bound on what each of them spent, and not on their number, where nothing else has a number of them. */
export function isOfBuyers(match: Match, tokens: Token[], matches: Match[]): boolean {
  const { concept } = match;
  if (concept.kind !== 'measure' || concept.or === undefined) return false;
  const [first] = tokens;
  const before = tokens.slice(0, match.from);
  return (
    !/^(?:is|are|was|were|did|do|does|has|have|had|if|whether|where|when)$/.test(first?.word ?? '') &&
    !before.some(({ lemma }) => /^(?:day|week|month|quarter|year|weekday)$/.test(lemma)) &&
    matches.every((other) => other === match || other.concept.kind !== 'dimension')
  );
}

/** "Spent between 2000 and 5000": no year, beside a number that is none. */
export function withoutAmounts(tokens: Token[]): Token[] {
  const isYear = (at: number) => /^(?:19|20)\d\d$/.test(tokens[at]?.word ?? '');
  const isNumber = (at: number) => /^\d+$/.test(tokens[at]?.word ?? '');
  const at = tokens.findIndex(
    ({ word }, index) =>
      word === 'between' &&
      isNumber(index + 1) &&
      tokens[index + 2]?.word === 'and' &&
      isNumber(index + 3) &&
      isYear(index + 1) !== isYear(index + 3),
  );
  if (at < 0) return tokens;
  return tokens.map((token, index) =>
    index === at + 1 || index === at + 3 ? { ...token, word: '', lemma: '' } : token,
  );
}

/** "Customers buying at least 5 different products": a bound on their number, and no split; "suppliers per warehouse" are counted. */
export function withCountedThings(parts: Parts, vocabulary: Vocabulary): Parts {
  const { dimensions, conditions, text, counted, measures } = parts;
  const others = (name: string) =>
    dimensions.filter((references) => references.every((one) => one.name !== name));
  const figure = (name: string) =>
    vocabulary.datasets.flatMap(({ tool, measures: declared }) =>
      declared.some((term) => term.name === name) ? [{ tool, name }] : [],
    );
  const [things, suppliers] = [figure('products_sold'), figure('active_suppliers')];
  const isOpen = conditions.length > 0 && conditions.every(({ references, unit }) => !references && !unit);
  const rest = others('product');
  if (isOpen && boundsThings.test(text) && rest.length === 1 && dimensions.length === 2 && things.length > 0)
    return {
      ...parts,
      measures: measures.length > 0 ? measures : [things],
      dimensions: rest,
      conditions: conditions.map((condition) => ({ ...condition, references: things })),
    };
  const isCounted = counted?.some(({ name }) => name === 'supplier') && measures.length === 0;
  const split = others('supplier');
  return isCounted &&
    split.length === 1 &&
    conditions.length === 0 &&
    parts.order === null &&
    suppliers.length > 0
    ? { ...parts, measures: [suppliers], dimensions: split, counted: null }
    : parts;
}

const boundsThings =
  /\b(?:than|least|most|over|under|above|below|to|exactly) \w+ (?:different |distinct |unique |separate )?(?:products|articles|skus)\b/;
