import type { NameMention } from '../question/question.ts';
import type { Concept, Lexicon, Reference } from '../vocabulary/lexicon.ts';
import type { Match } from '../vocabulary/match-phrases.ts';
import type { Token } from '../vocabulary/words.ts';
import { addMeasure, findRevenue, toBases } from './add-measure.ts';
import { isListedFigure, isRankedBefore } from './listed-figures.ts';
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
  type Reading,
  speak,
  toGrain,
} from './match-place.ts';
import type { Parts } from './parts.ts';
import { addDimension, readDimension } from './read-dimension.ts';

/** Writes what each phrase stands for into the parts. */
export function readMatches(reading: Reading, lexicon: Lexicon, parts: Parts): void {
  for (const match of reading.matches) {
    const { concept } = match;
    const spoken = speak(reading, match);
    if (concept.kind === 'measure') readMeasure(match, concept, reading, lexicon, parts);
    else if (concept.kind === 'dimension') readDimension(match, concept.references, reading, lexicon, parts);
    else if (concept.kind === 'grain') {
      parts.grain ??= concept.grain;
      if (/^(best|worst)/.test(spoken)) parts.order ??= /^best/.test(spoken) ? 'desc' : 'asc';
    } else if (concept.kind === 'chart') {
      // "The share of lines delivered on time" is about lines of orders.
      const isOrderLine =
        spoken === 'lines' && !/^(as|with|in)$/.test(reading.tokens[match.from - 1]?.word ?? '');
      if (isOrderLine) continue;
      parts.chart = parts.chart && concept.chart === 'chart' ? parts.chart : concept.chart;
    } else if (concept.kind === 'order') {
      // "Rank the brands, lowest first": the other word says which way.
      if (/^rank/.test(spoken) && hasOtherOrder(reading, match)) continue;
      parts.order ??= concept.direction;
      // "The lowest days of cover" is no day.
      const isTaken = reading.matches.some(({ from, to }) => from <= match.to && to > match.to);
      if (!isTaken) parts.grain ??= toGrain(reading.tokens[match.to]?.lemma);
      if (/sell/.test(spoken)) parts.focus.add('sell');
    } else if (concept.kind === 'focus') parts.focus.add(concept.focus);
    else if (concept.kind === 'reorder') {
      // "Have we run out of anything?" is about what is gone, "when do we run out?" about what to order.
      const gone = hasRunOut(match, reading) ? findOutOfStock(lexicon) : null;
      if (gone) parts.measures.push(gone);
      else parts.reorder = true;
    } else if (concept.kind === 'report') parts.report ??= concept.tool;
    else if (concept.kind === 'missing' && !(reading.status && /^(overdue|late|delayed)/.test(spoken)))
      parts.missing ??= { topic: concept.topic, spoken, names: toDoubted(match, reading) };
  }
}

function hasRunOut(match: Match, reading: Reading): boolean {
  const before = reading.tokens.slice(Math.max(0, match.from - 3), match.from);
  const isPerfect = before.some(({ text }) => /^(have|has|had|(we|they|i)['’]ve)$/i.test(text));
  return isPerfect && /^run out/.test(speak(reading, match));
}

function findOutOfStock({ entries }: Lexicon): Reference[] | null {
  const concept = entries.get('out')?.find(({ lemmas }) => lemmas.join(' ') === 'out of stock')?.concept;
  return concept?.kind === 'measure' ? concept.references : null;
}

function hasOtherOrder({ matches }: Reading, own: Match): boolean {
  return matches.some((match) => match !== own && match.concept.kind === 'order');
}

/** "Hitch rack", "machines": words of a topic may be a name, by themselves or with unknown words beside them. */
function toDoubted(match: Match, { named, sentence, tokens }: Reading): NameMention[] {
  let { from, to } = match;
  while (named.has(from - 1)) from -= 1;
  while (named.has(to)) to += 1;
  const text = sentence.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
  return [{ text, hint: null, excluded: false }];
}

/** The unit that rows of time have, where other words than "by month" say it. */
export function readGrain(tokens: Token[], sentence: string, used: Set<number>, parts: Parts): void {
  const asksRows = parts.order !== null || parts.conditions.length > 0;
  if (asksRows && parts.grain === null && parts.dimensions.length === 0) {
    const at = tokens.findIndex(({ lemma }, index) => !used.has(index) && toGrain(lemma) !== null);
    const ofUnits = /\bof (?:the|our) (?:past|last) (?:\w+ )?(day|week|month|quarter|year)s\b/i.exec(
      sentence,
    )?.[1];
    parts.grain = toGrain(tokens[at]?.lemma) ?? toGrain(ofUnits?.toLowerCase());
  }
  // "For each of the last six months" wants the months.
  parts.grain ??= toGrain(
    /\beach of the (?:last|past) (?:\w+ )?(\w+?)s?\b/i.exec(sentence)?.[1]?.toLowerCase(),
  );
  for (const [index, { lemma }] of tokens.entries())
    if (parts.grain !== null && toGrain(lemma) === parts.grain) used.add(index);
}

function readMeasure(
  match: Match,
  concept: Extract<Concept, { kind: 'measure' }>,
  reading: Reading,
  lexicon: Lexicon,
  parts: Parts,
): void {
  const { tokens, matches, ends, hints } = reading;
  const before = tokens[match.from - 1]?.word ?? '';
  const ranks = matches.some((other) => other.concept.kind === 'order') || parts.conditions.length > 0;
  const others = matches.filter((other) => other.concept.kind === 'measure' && !other.concept.or).length;
  const wholeOf = matches.some(
    (other) => isFocus(other, 'howMuchOf') && match.from - other.to <= 1 && match.from >= other.to,
  );
  // "How much of the stock is spoken for?" has no part that is named, or that leads.
  if (wholeOf && (reading.named.size > 0 || parts.filters.length > 0 || ranks)) parts.focus.add('share');
  const conditions = reading.bounds.get(match) ?? [];
  if (before !== 'per' && conditions.length === 0 && isDivisor(match, reading)) {
    parts.per = concept.references;
    // "Our average wholesale order" is one of money.
    if (others === (concept.or ? 0 : 1)) addMeasure(findRevenue(lexicon), parts, lexicon);
    return;
  }
  // "The discount on each unit sold"
  const isEach =
    before === 'per' ||
    (/^(each|every)$/.test(before) &&
      /^(on|for|with|in)$/.test(tokens[match.from - 2]?.word ?? '') &&
      !isPlural(tokens[match.from]));
  if (match === reading.whole) {
    parts.per = toBases(concept.references, lexicon) ?? concept.references;
    return;
  }
  if (hints.has(match)) return;
  if (concept.or && conditions.length === 0) {
    // "What did hospitality customers spend?": the noun only closes the name.
    const isRanked = tokens[match.to]?.word === 'by' && isPlural(tokens[match.to - 1]);
    if (ends.has(match.from) && others > 0 && !ranks && !isRanked) return;
    if (
      isActing(match, reading) ||
      isSaidOf(match, reading) ||
      isPlace(tokens, match) ||
      isSplitElsewhere(match, reading)
    )
      return;
    // "Revenue per customer" is a ratio, "revenue by customer" a list.
    const hasSplit = matches.some((other) => other.concept.kind === 'dimension');
    if (before === 'per' && others > 0 && (!ranks || hasSplit) && !isPlural(tokens[match.to - 1])) {
      parts.per = concept.references;
      return;
    }
    // "Who are our customers in hospitality?"
    const asksWho = /^who (are|is|were)\b/.test(parts.text);
    // "Top five brands by customers": their number ranks them.
    if (before === 'by' && isPlural(tokens[match.to - 1]) && isRankedBefore(match, reading)) {
      addMeasure(concept.references, parts, lexicon);
      return;
    }
    // "Which wholesale customers bought garden tools?"
    const asked =
      /^(by|per|each|every|which|who|across|top|best|list)$/.test(before) ||
      (isAskedFor(match, reading) && before !== 'what') ||
      ranks ||
      others > 0 ||
      asksWho;
    const counted = isCounted(match, reading);
    // "Revenue, orders and customers by channel": one of the figures.
    const isListed =
      isPlural(tokens[match.to - 1]) &&
      !ranks &&
      isListedFigure(match, reading) &&
      !/^(by|per|each|every|which|who|across|top|best|list)$/.test(before);
    if (isListed) {
      addMeasure(concept.references, parts, lexicon);
      return;
    }
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
    if (
      asked &&
      !isSplit &&
      !isDivided &&
      !isMostOf(match, reading) &&
      (!counted || parts.conditions.length > 0)
    ) {
      if (counted) parts.counted = concept.or;
      addDimension(concept.or, before, parts);
      return;
    }
  }
  const isWhose = before === 'whose' && matches.some((other) => other.concept.kind === 'dimension');
  // "Which products sold last month?"
  const asksThem = isSoldThing(concept.references) && isAskedFor(match, reading);
  if (ranks && conditions.length === 0 && isSoldThing(concept.references) && isWhose) parts.focus.add('sell');
  else if ((ranks || asksThem) && conditions.length === 0 && isSoldThing(concept.references)) {
    parts.dimensions.push(concept.references.map(({ tool }) => ({ tool, name: 'product' })));
    parts.focus.add('sell');
  } else if (isEach && others > 0 && !concept.or) parts.per = concept.references;
  else {
    addMeasure(concept.references, parts, lexicon);
    // "Sorted by margin": what orders the rows stands first.
    const [verb = '', by = ''] = [tokens[match.from - 2]?.word, before];
    const last = parts.measures.at(-1);
    if (
      by === 'by' &&
      (/^(sort|sorted|order|ordered|rank|ranked)$/.test(verb) || ranks) &&
      last &&
      parts.measures.length > 1
    ) {
      const [first] = parts.measures;
      // A bound without a measure of its own is on what was asked for first.
      for (const condition of parts.conditions) condition.references ??= first ?? null;
      parts.measures = [last, ...parts.measures.slice(0, -1)];
      // "Sorted by units, lowest first" says which way itself.
      if (!matches.some((other) => other.concept.kind === 'order')) parts.order ??= 'desc';
    }
    const references = last ?? parts.measures.at(-1) ?? null;
    for (const index of conditions) {
      const condition = parts.conditions[index];
      if (condition) condition.references = references;
    }
  }
}
