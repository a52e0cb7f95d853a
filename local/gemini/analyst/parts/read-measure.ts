import type { Concept, Lexicon } from '../vocabulary/lexicon.ts';
import type { Match } from '../vocabulary/match-phrases.ts';
import { addMeasure, findRevenue, toBases } from './add-measure.ts';
import {
  isActing,
  isAskedFor,
  isCounted,
  isDivisor,
  isFocus,
  isMostOf,
  isPlace,
  isPlural,
  isSaidOf,
  isSoldThing,
  isSplitElsewhere,
  leadOf,
  type Reading,
} from './match-place.ts';
import type { Parts } from './parts.ts';
import { addDimension } from './read-dimension.ts';

/** The name of a figure, and where it stands in the sentence. */
type Named = {
  match: Match;
  concept: Extract<Concept, { kind: 'measure' }>;
  /** The word before it. */
  before: string;
  /** The bounds that are on it. */
  bounds: number[];
  /** Whether something is ranked or bounded. */
  ranks: boolean;
  /** How many other figures are named. */
  others: number;
};

/** Writes the name of a figure into the parts: as a figure, as what another one is divided by, or as what rows are of. */
export function readMeasure(
  match: Match,
  concept: Named['concept'],
  reading: Reading,
  lexicon: Lexicon,
  parts: Parts,
): void {
  const { tokens, matches, hints } = reading;
  const named: Named = {
    match,
    concept,
    before: tokens[match.from - 1]?.word ?? '',
    bounds: reading.bounds.get(match) ?? [],
    ranks: matches.some((other) => other.concept.kind === 'order') || parts.conditions.length > 0,
    others: matches.filter((other) => other.concept.kind === 'measure' && !other.concept.or).length,
  };
  const { before, bounds, others } = named;
  if (asksPartOf(named, reading, parts)) parts.focus.add('share');
  if (before !== 'per' && bounds.length === 0 && isDivisor(match, reading)) {
    parts.per = concept.references;
    // "Our average wholesale order" is one of money.
    if (others === (concept.or ? 0 : 1)) addMeasure(findRevenue(lexicon), parts, lexicon);
    return;
  }
  if (match === reading.whole) {
    parts.per = toBases(concept.references, lexicon) ?? concept.references;
    return;
  }
  if (hints.has(match)) return;
  const role = concept.or && bounds.length === 0 ? readThing(named, reading, parts) : null;
  if (role === 'said') return;
  if (role === 'divisor') {
    parts.per = concept.references;
    if (others === 0) addMeasure(findRevenue(lexicon), parts, lexicon);
  }
  if (role === 'figure') addMeasure(concept.references, parts, lexicon);
  else if (role === 'split' && concept.or) {
    if (isCounted(match, reading)) parts.counted = concept.or;
    // "And for all customers?", after three of them.
    if (before === 'all') parts.everywhere.push(...concept.or.map(({ name }) => name));
    addDimension(concept.or, before, parts);
  } else if (role !== 'divisor') readFigure(named, reading, lexicon, parts);
}

/** "How much of the stock is spoken for?" has no part that is named, or that leads. */
function asksPartOf({ match, ranks }: Named, { matches, named }: Reading, { filters }: Parts): boolean {
  const isWholeOf = matches.some(
    (other) => isFocus(other, 'howMuchOf') && match.from - other.to <= 1 && match.from >= other.to,
  );
  return isWholeOf && (named.size > 0 || filters.length > 0 || ranks);
}

/**
 * What a noun means that is a thing and the number of those things, as "customers" are: nothing of its own, what a figure is
 * divided by, their number, or rows of them. Null where nothing but the figure is left.
 */
function readThing(
  { match, before, ranks, others }: Named,
  reading: Reading,
  parts: Parts,
): 'said' | 'divisor' | 'figure' | 'split' | null {
  const { tokens, matches, ends } = reading;
  const areSeveral = isPlural(tokens[match.to - 1]);
  // "What did hospitality customers spend?": the noun only closes the name.
  const isRanked = tokens[match.to]?.word === 'by' && areSeveral;
  if (ends.has(match.from) && others > 0 && !ranks && !isRanked) return 'said';
  // "Top three categories for hospitality customers": so does it where other things are ranked.
  if (ends.has(match.from) && closesPlace(match, reading)) return 'said';
  if (
    isActing(match, reading) ||
    isSaidOf(match, reading) ||
    isPlace(tokens, match) ||
    isSplitElsewhere(match, reading)
  )
    return 'said';
  // "Revenue per customer" is a ratio, "revenue by customer" a list.
  const hasSplit = matches.some((other) => other.concept.kind === 'dimension');
  const isOfMost = others === 0 && hasSplit && mostPer.test(parts.text);
  if (before === 'per' && (others > 0 || isOfMost) && (!ranks || hasSplit) && !areSeveral) return 'divisor';
  // "Top five brands by customers": their number ranks them.
  if (before === 'by' && areSeveral && isRankedBefore(match, reading)) return 'figure';
  // "Revenue, orders and customers by channel": one of the figures.
  if (areSeveral && !ranks && isListedFigure(match, reading) && !splits.test(before)) return 'figure';
  // "Which wholesale customers bought garden tools?", "Who are our customers in hospitality?"
  const isAsked =
    splits.test(before) ||
    (isAskedFor(match, reading) && before !== 'what') ||
    ranks ||
    others > 0 ||
    /^who (are|is|were)\b/.test(parts.text);
  // "Customers per order" is a figure, not a list.
  const isDivided = matches.some(
    (other) => other.from === match.to + 1 && tokens[match.to]?.word === 'per' && isDivisor(other, reading),
  );
  // "Purchase orders by supplier, top 10" counts them for each.
  const isSplit =
    /^(|of|our|the|number)$/.test(before) &&
    matches.some(
      ({ concept: other, from }) =>
        other.kind === 'dimension' && from > match.to && /^(by|per)$/.test(tokens[from - 1]?.word ?? ''),
    );
  const isNumber = isCounted(match, reading) && parts.conditions.length === 0;
  return isAsked && !isSplit && !isDivided && !isMostOf(match, reading) && !isNumber ? 'split' : null;
}

/** "For small business customers", after the split that is ranked. */
function closesPlace(match: Match, { tokens, matches, named }: Reading): boolean {
  const lead = leadOf(match, named);
  const at = /^(?:the|our|all)$/.test(tokens[lead - 1]?.word ?? '') ? lead - 2 : lead - 1;
  return (
    /^(?:for|to|of|from|with|among|by)$/.test(tokens[at]?.word ?? '') &&
    matches.some(({ concept, to }) => concept.kind === 'dimension' && to <= at)
  );
}

/** "Which region buys most per customer?" ranks the regions; "which product sold best per region" has a ranking in each. */
const mostPer =
  /^(?:and |so )?(?:which|what) (?!products?\b|items?\b).*\b(?:buys?|bought|purchase[sd]?|orders?|ordered|spends?|spent|sells?|sold|earns?|earned|makes?|made) (?:us )?(?:the )?(?:most|least)\b.* per \w+/;

const splits = /^(by|per|each|every|all|which|who|across|top|best|list)$/;

function readFigure(
  { match, concept, before, bounds, ranks, others }: Named,
  reading: Reading,
  lexicon: Lexicon,
  parts: Parts,
): void {
  const { tokens, matches } = reading;
  const isThing = bounds.length === 0 && isSoldThing(concept.references);
  const isWhose = before === 'whose' && matches.some((other) => other.concept.kind === 'dimension');
  if (ranks && isThing && isWhose) {
    parts.focus.add('sell');
    return;
  }
  // "Which products sold last month?"
  if (isThing && (ranks || isAskedFor(match, reading))) {
    parts.dimensions.push(concept.references.map(({ tool }) => ({ tool, name: 'product' })));
    parts.focus.add('sell');
    return;
  }
  // "The discount on each unit sold"
  const isEach =
    before === 'per' ||
    (/^(each|every)$/.test(before) &&
      /^(on|for|with|in)$/.test(tokens[match.from - 2]?.word ?? '') &&
      !isPlural(tokens[match.from]));
  if (isEach && others > 0 && !concept.or) {
    parts.per = concept.references;
    return;
  }
  addMeasure(concept.references, parts, lexicon);
  const last = parts.measures.at(-1);
  const sorts = /^(sort|sorted|order|ordered|rank|ranked)$/.test(tokens[match.from - 2]?.word ?? '') || ranks;
  if (before === 'by' && sorts && last && parts.measures.length > 1) {
    const hasWay = matches.some((other) => other.concept.kind === 'order');
    orderBy(last, parts, hasWay);
  }
  for (const index of bounds) {
    const condition = parts.conditions[index];
    if (condition) condition.references = last ?? null;
  }
}

/** "Sorted by margin": what orders the rows stands first. "Sorted by units, lowest first" says which way itself. */
function orderBy(last: Parts['measures'][number], parts: Parts, hasWay: boolean): void {
  const [first] = parts.measures;
  // A bound without a measure of its own is on what was asked for first.
  for (const condition of parts.conditions) condition.references ??= first ?? null;
  parts.measures = [last, ...parts.measures.slice(0, -1)];
  if (!hasWay) parts.order ??= 'desc';
}

/** "Top five brands": what is ranked stands right before "by". */
function isRankedBefore(match: Match, { matches }: Reading): boolean {
  const ranked = matches.find(({ concept, to }) => concept.kind === 'dimension' && to === match.from - 1);
  return (
    ranked !== undefined && matches.some(({ concept, to }) => concept.kind === 'order' && to <= ranked.from)
  );
}

/** Beside a figure, joined to it by "and" or a comma. */
function isListedFigure(match: Match, { matches, tokens, sentence }: Reading): boolean {
  const isFigure = ({ concept }: Match) => concept.kind === 'measure' && concept.verb !== true;
  const joins = (from: number, to: number) => {
    const between = tokens.slice(from, to).map(({ word }) => word);
    const written = sentence.slice(tokens[from - 1]?.end ?? 0, tokens[to]?.start ?? 0);
    return (
      /^(and|&|plus)?( (the|our|number|of))*$/.test(between.join(' ')) && /and|,|&|plus|\+/.test(written)
    );
  };
  return matches.some(
    (other) =>
      other !== match && isFigure(other) && (joins(other.to, match.from) || joins(match.to, other.from)),
  );
}
