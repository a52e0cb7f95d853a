import type { Day, Grain } from './calendar.ts';
import type { Entry } from './catalog-entries.ts';
import { findBound } from './find-bound.ts';
import { findCatalogNames } from './find-catalog-names.ts';
import { findConditions } from './find-conditions.ts';
import { findLimit } from './find-limit.ts';
import { findNames, findProperNames, findQuoted } from './find-names.ts';
import { findOrderStatus } from './find-order-status.ts';
import { findOtherChart } from './find-other-chart.ts';
import { type FoundPeriods, findPeriods } from './find-periods.ts';
import { findWeekdays } from './find-weekdays.ts';
import type { Focus } from './focus-phrases.ts';
import type { Lexicon, Reference } from './lexicon.ts';
import { correctSpelling, type Match, matchPhrases } from './match-phrases.ts';
import type { MissingTopic } from './missing-topics.ts';
import type { Condition, Direction, Filter, NameMention } from './question.ts';
import type { ChartWish } from './shape-phrases.ts';
import { type Token, toTokens } from './words.ts';

/** What one sentence says, part by part; what it does not say is null or empty. */
export type Parts = {
  words: number;
  /** What each mention may refer to: one reference a tool. */
  measures: Reference[][];
  dimensions: Reference[][];
  /** The noun after "how many" is among the dimensions. */
  counted: Reference[] | null;
  grain: Grain | null;
  time: FoundPeriods;
  names: NameMention[];
  /** Filters that need no lookup: days of the week. */
  filters: Filter[];
  /** Dimensions of which all members are asked for: "all regions again". */
  everywhere: string[];
  /** What follows "by" and is no dimension: "by city". */
  unknownSplit: string | null;
  /** The measure after "per": "profit per order". */
  per: Reference[] | null;
  /** Asks for what did not happen: "never sold", "no sales". */
  denies: boolean;
  order: Direction | null;
  limit: number | null;
  condition: Condition | null;
  /** The condition, where it is on a measure beside the one that is asked for. */
  bound: (Condition & { references: Reference[] }) | null;
  chart: ChartWish | null;
  /** The chart that was wished for, where it cannot be drawn: `chart` is the nearest one. */
  otherChart: { spoken: string; type: string } | null;
  focus: Set<Focus>;
  reorder: boolean;
  /** The tool whose report is asked for. */
  report: string | null;
  missing: { topic: MissingTopic; spoken: string } | null;
  /** Says whose figure: "our margin". */
  owns: boolean;
  /** Whether a change asked for is a fall: "declined", "dropped". */
  falls: boolean;
  /** The whole sentence in lower case. */
  text: string;
  /** The first words, for questions that begin like a follow-up. */
  opening: string;
};

/** Reads the parts of one sentence; what the catalog was found to have is known as names. */
export function parseParts(
  sentence: string,
  lexicon: Lexicon,
  today: Day,
  fiscalStartMonth: number,
  entries: Entry[] = [],
): Parts {
  const tokens = correctSpelling(toTokens(sentence), lexicon);
  const time = findPeriods(tokens, today, fiscalStartMonth);
  const { condition, used: conditionUsed } = findConditions(tokens, sentence, time.used);
  const weekdays = findWeekdays(tokens, time.used);
  const other = findOtherChart(tokens, time.used);
  const used = new Set([...time.used, ...conditionUsed, ...weekdays.used, ...(other?.used ?? [])]);
  const own = findQuoted(tokens, sentence);
  const isFree = (range: { from: number; to: number }) =>
    own.every((other) => range.to <= other.from || range.from >= other.to);
  const spelled = findCatalogNames(tokens, entries, lexicon).filter(isFree);
  const proper = findProperNames(tokens, lexicon).filter(
    (range) => isFree(range) && spelled.every((other) => range.to <= other.from || range.from >= other.to),
  );
  const quoted = [...own, ...spelled, ...proper];
  const named = quoted.flatMap(({ from, to }) =>
    tokens.flatMap((_, index) => (index >= from && index < to ? [index] : [])),
  );
  const matches = matchPhrases(tokens, lexicon, new Set([...used, ...named]));
  for (const match of matches) for (let index = match.from; index < match.to; index += 1) used.add(index);
  const status = findOrderStatus(tokens, matches, used, lexicon);
  const { names, hints, unknownSplit, ends, taken } = findNames(
    tokens,
    sentence,
    matches,
    used,
    lexicon,
    quoted,
  );
  const spoken = (match: Match) =>
    sentence.slice(tokens[match.from]?.start ?? 0, tokens[match.to - 1]?.end ?? 0).toLowerCase();
  const bound = findBound(condition, conditionUsed, matches);
  const parts: Parts = {
    words: tokens.length,
    measures: [],
    dimensions: [],
    counted: null,
    grain: null,
    time,
    names,
    filters: weekdays.filters,
    everywhere: [],
    unknownSplit,
    per: null,
    denies: denial.test(tokens.map(({ word }) => word).join(' ')),
    order: null,
    limit: null,
    condition: bound === null ? condition : null,
    bound,
    chart: other?.instead ?? null,
    otherChart: other && { spoken: other.spoken, type: other.type },
    focus: new Set(),
    reorder: false,
    report: null,
    missing: null,
    owns: tokens.some(({ word }) => /^(our|my|the|total|current)$/.test(word)),
    falls: tokens.some(({ word }) =>
      /^(declin|drop|fall|fell|decreas|los(t|e|s)|shr[aiu]nk|worse)/.test(word),
    ),
    text: sentence.toLowerCase(),
    opening: tokens
      .slice(0, 3)
      .map((token) => token.word)
      .join(' '),
  };
  const ranks = matches.some(({ concept }) => concept.kind === 'order') || condition !== null;
  const clearMeasures = matches.filter(({ concept }) => concept.kind === 'measure' && !concept.or).length;
  for (const match of matches) {
    const { concept } = match;
    const before = tokens[match.from - 1]?.word ?? '';
    const counted = matches.some(
      (other) =>
        (isFocus(other, 'count') && other.to === match.from) ||
        // "What percentage of products …"
        (isFocus(other, 'share') && before === 'of' && other.to === match.from - 1),
    );
    if (concept.kind === 'measure' && hints.has(match)) continue;
    if (concept.kind === 'measure') {
      const wholeOf = matches.some(
        (other) => isFocus(other, 'howMuchOf') && match.from - other.to <= 1 && match.from >= other.to,
      );
      if (wholeOf) parts.focus.add('share');
      const asked =
        /^(by|per|each|every|which|who|across|top|best|list)$/.test(before) || ranks || clearMeasures > 0;
      // "What did hospitality customers spend?": the noun only closes the name.
      if (concept.or && ends.has(match.from) && clearMeasures > 0 && !ranks) continue;
      if (concept.or && isPlace(tokens, match.from)) continue;
      // "What do hospitality customers buy, by category?"
      const isSplitElsewhere =
        ends.has(match.from) &&
        matches.some(
          (other) =>
            other.concept.kind === 'dimension' &&
            other.from > match.to &&
            tokens[other.from - 1]?.word === 'by',
        );
      if (concept.or && isSplitElsewhere) continue;
      // "Revenue per customer" is a ratio, "revenue by customer" a list.
      const divides = before === 'per' && clearMeasures > 0 && !ranks && !isPluralToken(tokens[match.to - 1]);
      if (concept.or && divides) parts.per = concept.references;
      else if (concept.or && asked && !counted) parts.dimensions.push(concept.or);
      else if (ranks && isSoldThing(concept.references)) {
        parts.dimensions.push(concept.references.map(({ tool }) => ({ tool, name: 'product' })));
        parts.focus.add('sell');
      } else if (before === 'per' && clearMeasures > 0 && !concept.or) parts.per = concept.references;
      else readMeasure(concept.references, parts, lexicon);
    } else if (concept.kind === 'dimension' && !hints.has(match)) {
      // "Sales of kitchen products": the noun only closes the name.
      const closes =
        ends.has(match.from) &&
        clearMeasures > 0 &&
        !ranks &&
        /^(product|item|article|good)s?$/.test(tokens[match.from]?.word ?? '');
      if (closes || isPlace(tokens, match.from) || isOwned(match, matches, tokens, sentence)) continue;
      if (before === 'all') parts.everywhere.push(...concept.references.map(({ name }) => name));
      parts.dimensions.push(concept.references);
      if (counted) parts.counted = concept.references;
    } else if (concept.kind === 'grain') {
      parts.grain ??= concept.grain;
      if (/^(best|worst)/.test(spoken(match))) parts.order ??= /^best/.test(spoken(match)) ? 'desc' : 'asc';
    } else if (concept.kind === 'chart')
      parts.chart = parts.chart && concept.chart === 'chart' ? parts.chart : concept.chart;
    else if (concept.kind === 'order') {
      parts.order ??= concept.direction;
      parts.grain ??= toGrain(tokens[match.to]?.lemma);
      if (/sell/.test(spoken(match))) parts.focus.add('sell');
    } else if (concept.kind === 'focus') parts.focus.add(concept.focus);
    else if (concept.kind === 'reorder') parts.reorder = true;
    else if (concept.kind === 'report') parts.report ??= concept.tool;
    else if (concept.kind === 'missing' && !(status && /^(overdue|late|delayed)/.test(spoken(match))))
      parts.missing ??= { topic: concept.topic, spoken: spoken(match) };
  }
  if (status) {
    parts.measures = [status];
    parts.dimensions = parts.dimensions.filter((references) =>
      references.every(({ name }) => name !== 'purchase_order'),
    );
  }
  parts.limit = findLimit(tokens, new Set([...used, ...taken]), parts);
  if (parts.order !== null && parts.grain === null && parts.dimensions.length === 0)
    parts.grain =
      tokens.flatMap(({ lemma }, index) => (used.has(index) ? [] : (toGrain(lemma) ?? [])))[0] ?? null;
  // "For each of the last six months" wants the months.
  parts.grain ??= toGrain(
    /\beach of the (?:last|past) (?:\w+ )?(\w+?)s?\b/i.exec(sentence)?.[1]?.toLowerCase(),
  );
  if (/[^\d\s]\s*%|^%/.test(sentence)) parts.focus.add('share');
  if (
    /^(is|are|was|were|did|do|does|has|have)\b/.test(parts.opening) &&
    tokens.some(({ word }) => /^(up|down|better|worse|higher|lower)$/.test(word))
  )
    parts.focus.add('change');
  return parts;
}

/** "Transferred between warehouses", "on order with suppliers": says where, and is no split. */
function isPlace(tokens: Token[], index: number): boolean {
  const [before = '', last = ''] = [tokens[index - 2]?.word, tokens[index - 1]?.word];
  if (/^(between|with|from)$/.test(last)) return true;
  return (
    /^(in|between|with|inside)$/.test(before) && /^(the|our|all)$/.test(last) && isPluralToken(tokens[index])
  );
}

function isPluralToken(token: Token | undefined): boolean {
  return token !== undefined && token.word !== token.lemma;
}

/** "Suppliers' products" are looked at by supplier. */
function isOwned(match: Match, matches: Match[], tokens: Token[], sentence: string): boolean {
  const owner = matches.find(({ concept, to }) => concept.kind === 'dimension' && to === match.from);
  const last = owner && tokens[owner.to - 1];
  return last !== undefined && (/['’]s$/.test(last.text) || /['’]/.test(sentence.charAt(last.end)));
}

/** "Never sold", "no sales", "not in stock"; but not "no of orders". */
const denial =
  /\b(no|zero|never|not|without|havent|hasnt|didnt|dont|doesnt|arent|isnt|wasnt|werent)( (been|be|being|have|had|has|any|in|on|yet|the|a|actually|really))* (sales?|sell|sells|sold|selling|revenue|returns?|stock|inventory|bought|demand|ordered)\b/;

function isFocus({ concept }: Match, focus: Focus): boolean {
  return concept.kind === 'focus' && concept.focus === focus;
}

/** "The best day": the unit after a word of rank. */
function toGrain(lemma: string | undefined): Grain | null {
  return (['day', 'week', 'month', 'quarter', 'year'] as const).find((grain) => grain === lemma) ?? null;
}

/** "Which products sold most": the words are the name of a measure, but ask for the products. */
function isSoldThing(references: Reference[]): boolean {
  return references.some(({ name }) => name === 'products_sold');
}

/**
 * A measure that is the share or the growth of another one is that one, with the wish for its share or its change: the
 * comparison is planned here, and its figures follow from the cells.
 */
function readMeasure(references: Reference[], parts: Parts, lexicon: Lexicon): void {
  const suffix = /_(share|growth)$/.exec(references[0]?.name ?? '')?.[1];
  const bases = references.flatMap(({ tool, name }) => {
    const stem = name.replace(/_(share|growth)$/, '').replace(/_(period|month|year|yearly)$/, '');
    const base = [stem, `gross_${stem}`].find((candidate) => lexicon.measures.has(candidate));
    return base === undefined ? [] : [{ tool, name: base }];
  });
  const derived = suffix !== undefined && bases.length > 0;
  if (derived) parts.focus.add(suffix === 'share' ? 'share' : 'change');
  parts.measures.push(derived ? bases : references);
}
