import { type Entry, isGroup } from '../names/catalog-entries.ts';
import { findCatalogNames, type NameRange } from '../names/find-catalog-names.ts';
import { findDoubts, findPlainNames } from '../names/find-doubts.ts';
import { findAcronyms, findProperNames, findQuoted } from '../names/find-name-ranges.ts';
import { findNames } from '../names/find-names.ts';
import { isGoodsPlace } from '../names/name-places.ts';
import type { NameMention } from '../question/question.ts';
import type { Day } from '../time/calendar.ts';
import { withDueDay } from '../time/due-days.ts';
import { findPeriods } from '../time/find-periods.ts';
import { correctSpelling } from '../vocabulary/correct-spelling.ts';
import type { Lexicon, Reference } from '../vocabulary/lexicon.ts';
import { type Match, matchPhrases } from '../vocabulary/match-phrases.ts';
import { fold, type Token, toTokens } from '../vocabulary/words.ts';
import { findOr, findUnits, isListSize, saysUnits, withBounds } from './bind-conditions.ts';
import { findBoundGoods, withoutAmounts } from './bound-goods.ts';
import { asksWorthOnly, chooseFigures } from './choose-figures.ts';
import { denies } from './denies.ts';
import { findAge, withoutAge } from './find-age.ts';
import { findConditions } from './find-conditions.ts';
import { findCountedNoun } from './find-counted-noun.ts';
import { findKinds } from './find-kinds.ts';
import { findLeftOutMonths } from './find-left-out-months.ts';
import { findLeftover } from './find-leftover.ts';
import { findLimit } from './find-limit.ts';
import { findOrderNumbers } from './find-order-numbers.ts';
import { findOrderStatus } from './find-order-status.ts';
import { findOtherChart } from './find-other-chart.ts';
import { findPlace } from './find-place.ts';
import { findPurchasing } from './find-purchasing.ts';
import { findWhole, isOfFigure, sharesMembers } from './find-shares.ts';
import { findVariants } from './find-variants.ts';
import { findWeekdays } from './find-weekdays.ts';
import { isHeld } from './is-held.ts';
import { isPartBound } from './is-part-bound.ts';
import type { Parts } from './parts.ts';
import { ranksThings } from './ranks-things.ts';
import { readGrain, readMatches } from './read-matches.ts';
import { saysWhose } from './says-whose.ts';
import { bindParts, settleFocus } from './settle-focus.ts';
import { takeProductStatus } from './take-product-status.ts';
import { saysFall } from './to-order.ts';

/**
 * Reads the parts of one sentence: what has a form of its own first (periods, bounds, charts), then the phrases of the
 * vocabulary, then names, and last what nothing has taken. What the catalog was found to have is known as names.
 * @param isAboutOrders whether the last answer was about orders to suppliers.
 */
export function parseParts(
  said: string,
  lexicon: Lexicon,
  today: Day,
  fiscalStartMonth: number,
  entries: Entry[] = [],
  isAboutOrders = false,
): Parts {
  const { rest: sentence, filters: ofStatus } = takeProductStatus(said);
  const tokens = correctSpelling(toTokens(sentence), lexicon);
  const age = findAge(tokens, lexicon, isAboutOrders);
  const leftOut = findLeftOutMonths(tokens);
  const dated = withoutAmounts(
    withoutNames(withoutAge(tokens, age), findCatalogNames(tokens, entries, lexicon)),
  ).map((token, at) => (leftOut.used.has(at) ? { ...token, word: '', lemma: '' } : token));
  const time = withDueDay(findPeriods(dated, today, fiscalStartMonth), dated, today);
  const orders = findOrderNumbers(tokens);
  const taken = new Set([...time.used, ...leftOut.used, ...(age?.used ?? []), ...orders.used]);
  const bounding = findConditions(tokens, sentence, taken);
  const weekdays = findWeekdays(tokens, taken);
  const other = findOtherChart(tokens, taken);
  const variants = findVariants(tokens, taken);
  const used = new Set([...taken, ...weekdays.used, ...(other?.used ?? []), ...(variants?.used ?? [])]);
  for (const { from, to } of bounding) take(used, from, to);
  const quoted = findNameRanges(tokens, sentence, lexicon, entries);
  const unquoted = new Set(used);
  for (const { from, to } of quoted) take(unquoted, from, to);
  const counted = findCountedNoun(tokens, sentence, unquoted, lexicon);
  const phrases = [...matchPhrases(tokens, lexicon, unquoted), ...counted];
  const size = bounding.find((condition) => isListSize(condition, phrases, tokens)) ?? null;
  const conditions = bounding.filter((condition) => condition !== size);
  const { purchasing, namesSupplier, suppliers } = findPurchasing(
    tokens,
    phrases,
    entries,
    time,
    findQuoted(tokens, sentence),
  );
  for (const at of purchasing?.used ?? []) used.add(at);
  // "How many purchase orders did we raise?" is no question about a rise.
  const others = phrases.filter(({ from, to }) => to > from + 1 || !purchasing?.used.includes(from));
  if (age) others.push(age.match);
  others.sort((a, b) => a.from - b.from);
  const { matches, bounds } = withBounds(
    chooseFigures(others, tokens, sentence),
    conditions,
    tokens,
    time.used,
  );
  for (const { from, to } of others) take(used, from, to);
  const place = findPlace(tokens, matches, used);
  const incoming = purchasing !== null || namesSupplier || orders.filters.length > 0;
  const readStatus = (isIncoming: boolean, taken: Set<number>) =>
    findOrderStatus({ tokens, matches, phrases: others, names: quoted }, taken, lexicon, isIncoming);
  // "What is still open?", of orders that were asked about before.
  const isOpenStatus = isAboutOrders && readStatus(incoming, new Set(used)) === null;
  const status = readStatus(incoming || isAboutOrders, used);
  const found = findNames(tokens, sentence, matches, used, lexicon, quoted);
  const kinds = findKinds(tokens, found, used, lexicon);
  for (const at of found.covered) used.add(at);
  if (kinds) used.add(kinds.at);
  const parts: Parts = {
    words: tokens.length,
    measures: [],
    dimensions: [],
    counted: null,
    attributes: [],
    each: null,
    grain: null,
    time,
    names: found.names.map((name) =>
      purchasing && isOf(suppliers, name) ? { ...name, incoming: true } : name,
    ),
    held: isHeld(found.names, sentence, entries),
    doubts: findDoubts(tokens, sentence, used, found.covered, lexicon, matches),
    filters: [...weekdays.filters, ...leftOut.filters, ...orders.filters, ...ofStatus],
    daySides: weekdays.sides,
    everywhere: [],
    variants: variants?.noun ?? null,
    unknownSplit: kinds?.isEach || isGroup(found, entries) ? null : found.unknownSplit,
    per: null,
    denies: denies(tokens, others),
    order: place === 'ends' ? 'desc' : null,
    ranksThings: false,
    place,
    limit: null,
    conditions: conditions.map((condition) => ({ ...condition, references: null })),
    chart: other?.instead ?? null,
    otherChart: other && { spoken: other.spoken, type: other.type },
    focus: new Set(),
    reorder: false,
    purchasing: purchasing?.stage ?? null,
    daysOf: null,
    report: null,
    missing: null,
    owns: saysWhose(tokens, time.used),
    falls: saysFall(tokens),
    shareOf: 'named',
    ofFigure: false,
    changeBounds: [],
    partBounds: [],
    namesRow: false,
    goesOn: isOpenStatus && status !== null,
    removes: null,
    leftover: [],
    text: sentence.toLowerCase(),
    opening: tokens
      .slice(0, 3)
      .map((token) => token.word)
      .join(' '),
  };
  const parted = found.names.length === 1 ? bounding.filter((one) => isPartBound(one, tokens, phrases)) : [];
  const { hints, ends, covered: named } = found;
  const whole = findWhole({ tokens, matches });
  const reading = { tokens, sentence, matches, bounds, status, hints, ends, named, whole };
  readMatches(reading, lexicon, parts);
  parts.ranksThings = ranksThings(reading);
  if (kinds) parts.dimensions.push(kinds.references);
  if (kinds?.isEach) parts.each ??= kinds.references;
  parts.shareOf = kinds?.isEach === true || sharesMembers(reading) ? 'members' : 'named';
  parts.ofFigure = isOfFigure(reading);
  if (parted.length > 0) bindParts(parts, parted);
  // The share is the quotient.
  if (whole) parts.focus.delete('share');
  if (asksWorthOnly(others, tokens) && parts.names.length === 0) parts.measures = [];
  for (const condition of parts.conditions)
    if (condition.references === null)
      condition.references = saysUnits(tokens, condition)
        ? findUnits(lexicon)
        : findBoundGoods(condition, tokens, matches, found.covered, lexicon);
  parts.dimensions = withoutMeasured(parts, tokens, matches);
  if (status) {
    // "How many are late, and by how many days?"
    parts.measures = [
      status,
      ...parts.measures.filter((own) => own.some(({ name }) => name === 'days_late')),
    ];
    // "The biggest late orders" ranks them; else the noun only says what is late.
    parts.dimensions = parts.dimensions.filter((references) =>
      references.every(
        ({ name }) => name !== 'purchase_order' || (parts.order !== null && !parts.focus.has('count')),
      ),
    );
  }
  const limit = findLimit(tokens, used, parts);
  parts.limit = limit?.value ?? size?.value ?? null;
  if (limit) used.add(limit.at);
  readGrain(tokens, sentence, used, parts);
  settleFocus(parts, tokens, sentence);
  const leftover = [...findLeftover(tokens, matches, used, lexicon, parts), ...findOr(conditions, tokens)];
  parts.leftover = leftover.map((at) => tokens[at]?.text ?? '');
  // "Small business" may be a name.
  parts.doubts.push(...findPlainNames(leftover, tokens, sentence, used, found.covered));
  return parts;
}

/** Quoted text, names as the catalog spells them and words with capitals: of two that overlap the first kind stays. */
function findNameRanges(tokens: Token[], sentence: string, lexicon: Lexicon, entries: Entry[]): NameRange[] {
  const ranges = findQuoted(tokens, sentence);
  const known = findCatalogNames(tokens, entries, lexicon);
  for (const found of [known, findAcronyms(tokens, lexicon), findProperNames(tokens, lexicon)])
    ranges.push(
      ...found.filter((range) => ranges.every((other) => range.to <= other.from || range.from >= other.to)),
    );
  return ranges;
}

/** "Third Quarter Café" is no time, where the catalog has the whole of it. */
function withoutNames(tokens: Token[], names: NameRange[]): Token[] {
  const whole = names.filter(
    ({ from, to, name }) => name !== undefined && (to - from > 1 || isGoodsPlace(tokens, from)),
  );
  const isNamed = (at: number) => whole.some(({ from, to }) => at >= from && at < to);
  return tokens.map((token, at) => (isNamed(at) ? { ...token, word: '', lemma: '' } : token));
}

function isOf(words: string[], { text }: NameMention): boolean {
  return toTokens(text).some((token) => words.includes(fold(token.text)));
}

/** "The average delay of deliveries", "value of purchase orders": what the figure is of, and no split. */
function withoutMeasured(parts: Parts, tokens: Token[], matches: Match[]): Parts['dimensions'] {
  const isOrder = (references: Reference[]) => references.every(({ name }) => name === 'purchase_order');
  const match = matches.find(({ concept }) => concept.kind === 'dimension' && isOrder(concept.references));
  const before = tokens[(match?.from ?? 0) - 1]?.word ?? '';
  const isAsked =
    /^(by|per|each|every|which|what|list|show|all|top)$/.test(before) ||
    parts.order !== null ||
    parts.conditions.length > 0 ||
    parts.focus.has('list') ||
    parts.limit !== null;
  // "The highest open units on purchase orders, by category"
  const isOf = /^(on|of|for|in)$/.test(before) && parts.dimensions.length > 1;
  if (!match || (isAsked && !isOf) || parts.measures.length === 0) return parts.dimensions;
  return parts.dimensions.filter((references) => !isOrder(references));
}

function take(used: Set<number>, from: number, to: number): void {
  for (let index = from; index < to; index += 1) used.add(index);
}
