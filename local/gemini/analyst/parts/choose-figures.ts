import type { Reference } from '../vocabulary/lexicon.ts';
import { isVerb, type Match } from '../vocabulary/match-phrases.ts';
import type { Token } from '../vocabulary/words.ts';

/**
 * Of the phrases that stand for figures those that are meant. A verb speaks of a figure only where none is named: in "the profit
 * they earned us" the profit is meant. A head noun is said by what follows it: "the stock that is reserved" is what is reserved.
 */
export function chooseFigures(matches: Match[], tokens: Token[], sentence: string): Match[] {
  const asked = matches.filter((match) => !isBasis(match, matches, tokens, sentence));
  const said = asked.filter((match) => isVerb(match.concept) && isSaid(match, asked, tokens, sentence));
  const meant = asked.filter((match) => !said.includes(match)).map((match) => inToolOf(match, said));
  return meant.filter((match) => !isHead(match, meant, tokens, sentence) && !isObject(match, meant, tokens));
}

/** "The number of products kept": of the figures that the words may mean, that of the tool that the verb is about. */
function inToolOf(match: Match, verbs: Match[]): Match {
  const { concept } = match;
  if (concept.kind !== 'measure' || concept.references.length < 2) return match;
  const tools = new Set(verbs.flatMap((verb) => toReferences(verb) ?? []).map(({ tool }) => tool));
  const references = concept.references.filter(({ tool }) => tools.has(tool));
  return references.length === 0 ? match : { ...match, concept: { ...concept, references } };
}

/** "Worth how much?": the worth of what was asked for before. */
export function asksWorthOnly(matches: Match[], tokens: Token[]): boolean {
  const figures = matches.filter(({ concept }) => concept.kind === 'measure' || concept.kind === 'dimension');
  const isWorth = (match: Match) => isVerb(match.concept) && tokens[match.to - 1]?.word === 'worth';
  return figures.length > 0 && figures.every(isWorth);
}

function toReferences({ concept }: Match): Reference[] | null {
  return concept.kind === 'measure' && !concept.or ? concept.references : null;
}

const isAll = (match: Match, names: RegExp) =>
  toReferences(match)?.every(({ name }) => names.test(name)) ?? false;
/** "Units", "stock": nouns that figures of other names are counted in. */
const isBare = (match: Match) => isAll(match, /^(units|on_hand)$/);
const isMoney = (match: Match) => isAll(match, /^revenue$/);

/** Beside a bare quantity ("units allocated") only verbs of money are left out. */
function isSaid(verb: Match, matches: Match[], tokens: Token[], sentence: string): boolean {
  const named = matches.filter((match) => toReferences(match) !== null && !isVerb(match.concept));
  const others = matches.filter((match) => isVerb(match.concept) && !isMoney(match));
  if (isMoney(verb)) return named.length > 0 || others.length > 0;
  // "On hand, set aside and available" lists it.
  const isListed = named.some(
    (match) => joins(match.to, verb.from, tokens, sentence) || joins(verb.to, match.from, tokens, sentence),
  );
  return !isListed && named.some((match) => !isBare(match) && !isObjectOf(match, verb, tokens));
}

function joins(from: number, to: number, tokens: Token[], sentence: string): boolean {
  if (to < from || to - from > 1) return false;
  const between = sentence.slice(tokens[from - 1]?.end ?? 0, tokens[to]?.start ?? 0);
  return /^\s*(,|,?\s*\b(and|or|vs|versus|plus)\b|[&/+])\s*$/i.test(between);
}

/** "The stock that we have on order", "units still reserved". */
function isHead(match: Match, matches: Match[], tokens: Token[], sentence: string): boolean {
  // "Worth at list price" is what it would sell for.
  if (isAll(match, /^stock_value$/))
    return matches.some(
      (other) =>
        isAll(other, /^(retail_value|open_units|late_units)$/) &&
        // "Stock value and retail value" are two.
        !(joins(match.to, other.from, tokens, sentence) || joins(other.to, match.from, tokens, sentence)),
    );
  if (!isBare(match)) return false;
  return matches.some((other) => {
    const gap = tokens.slice(match.to, other.from);
    const between = sentence.slice(tokens[match.to - 1]?.end ?? 0, tokens[other.from]?.start ?? 0);
    return (
      toReferences(other) !== null &&
      !isBare(other) &&
      !isMoney(other) &&
      isOfStock(other) &&
      (other.to === match.from || other.from >= match.to) &&
      gap.length < 6 &&
      gap.every(({ word }) => linking.test(word)) &&
      !/[,;:&/+]/.test(between)
    );
  });
}

/** "On-time rate by supplier, POs placed last year": the orders that the figure is of. */
function isBasis(match: Match, matches: Match[], tokens: Token[], sentence: string): boolean {
  const { concept, from, to } = match;
  const isOrders =
    (concept.kind === 'measure' || concept.kind === 'dimension') &&
    concept.references.some(({ name }) => /^(purchase_order|purchase_order_count|orders)$/.test(name));
  if (!isOrders || !/^(placed|raised|issued)$/.test(tokens[to]?.word ?? tokens[to - 1]?.word ?? ''))
    return false;
  const before = sentence.slice(0, tokens[from]?.start ?? 0);
  return (
    (/(,|\bfor|\bof|\bon|\bover)\s*(the |all |our )?$/i.test(before) || opening.test(before)) &&
    matches.some(
      (other) =>
        other !== match &&
        !isVerb(other.concept) &&
        toReferences(other) !== null &&
        other.to <= from === !opening.test(before),
    )
  );
}

/** "Taking purchase orders placed last year, which suppliers …" */
const opening = /^\s*(?:(?:taking|considering|looking at|counting|of|for|among)\s+)?(?:the |all |our )*$/i;

/** What goods may be said to be. */
const isOfStock = (match: Match) =>
  isAll(
    match,
    /^(reserved|available|on_order|stock_value|retail_value|open_units|late_units|shrinkage|out_of_stock)$/,
  );

const linking =
  /^(is|are|was|were|be|been|being|that|which|have|has|had|got|currently|already|still|now|we|do|did|not|yet|it|all|actually)$/;

/** "Set aside for orders", "tied up in stock": the noun only says for what. */
function isObject(match: Match, matches: Match[], tokens: Token[]): boolean {
  return matches.some(
    (other) => isVerb(other.concept) && other !== match && isObjectOf(match, other, tokens),
  );
}

function isObjectOf(match: Match, verb: Match, tokens: Token[]): boolean {
  const object = isAll(verb, /^stock_value$/)
    ? isAll(match, /^on_hand$/)
    : isAll(match, /^(orders|purchase_order_count)$/);
  const [joint, ...rest] = tokens.slice(verb.to, match.from);
  // "Capital bound in stock": the preposition belongs to the noun.
  if (object && match.from === verb.to && tokens[match.from]?.word === 'in') return true;
  return (
    object &&
    match.from > verb.to &&
    /^(for|to|by|in|with|against)$/.test(joint?.word ?? '') &&
    rest.every(({ word }) => /^(the|our|all|any|other|customer|open|current|existing)$/.test(word))
  );
}
