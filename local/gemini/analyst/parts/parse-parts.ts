import { type Entry, isGroup } from '../names/catalog-entries.ts';
import { findDoubts, findPlainNames } from '../names/find-doubts.ts';
import { type FoundNames, findNames } from '../names/find-names.ts';
import { withIncoming } from '../names/with-incoming.ts';
import type { Day } from '../time/calendar.ts';
import { correctSpelling } from '../vocabulary/correct-spelling.ts';
import type { Lexicon, Reference } from '../vocabulary/lexicon.ts';
import type { Match } from '../vocabulary/match-phrases.ts';
import { type Token, toTokens } from '../vocabulary/words.ts';
import { findOr, findUnits, saysUnits } from './bind-conditions.ts';
import { findBoundGoods } from './bound-goods.ts';
import { asksWorthOnly } from './choose-figures.ts';
import { denies } from './denies.ts';
import type { FoundCondition } from './find-conditions.ts';
import { type Asked, type Forms, findForms } from './find-forms.ts';
import { findKinds } from './find-kinds.ts';
import { findLeftover } from './find-leftover.ts';
import { findLimit } from './find-limit.ts';
import { findOrderStatus } from './find-order-status.ts';
import { findPhrases, type Phrases } from './find-phrases.ts';
import { findPlace, type Place } from './find-place.ts';
import { findWhole, isOfFigure, sharesMembers } from './find-shares.ts';
import { isHeld } from './is-held.ts';
import type { Parts } from './parts.ts';
import { ranksThings } from './ranks-things.ts';
import { readGrain, readMatches } from './read-matches.ts';
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
  const { rest: sentence, filters } = takeProductStatus(said);
  const tokens = correctSpelling(toTokens(sentence), lexicon);
  const asked: Asked = { sentence, tokens, lexicon, entries, isAboutOrders };
  const forms = findForms(asked, today, fiscalStartMonth);
  const phrases = findPhrases(asked, forms);
  const { matches, used } = phrases;
  const place = findPlace(tokens, matches, used);
  const { status, goesOn } = readStatus(asked, forms, phrases);
  const names = findNames(tokens, sentence, matches, used, lexicon, phrases.ranges);
  const kinds = findKinds(tokens, names, used, lexicon);
  for (const at of names.covered) used.add(at);
  if (kinds) used.add(kinds.at);
  const parts = toParts(asked, { forms, phrases, names, kinds, place });
  parts.filters.push(...filters);
  parts.goesOn = goesOn;
  readPhrases(parts, asked, { forms, phrases, names, kinds, place }, status);
  const limit = findLimit(tokens, used, parts);
  parts.limit = limit?.value ?? phrases.size?.value ?? null;
  if (limit) used.add(limit.at);
  readGrain(tokens, sentence, used, parts);
  settleFocus(parts, tokens, sentence);
  const leftover = [
    ...findLeftover(tokens, matches, used, lexicon, parts),
    ...findOr(phrases.conditions, tokens),
  ];
  parts.leftover = leftover.map((at) => tokens[at]?.text ?? '');
  // "Small business" may be a name.
  parts.doubts.push(...findPlainNames(leftover, tokens, sentence, used, names.covered));
  return parts;
}

/** What was found in a sentence, in the order in which it is looked for. */
type Found = {
  forms: Forms;
  phrases: Phrases;
  names: FoundNames;
  kinds: ReturnType<typeof findKinds>;
  place: Place | null;
};

/** The adjective that says which orders are asked for. It counts as used. */
function readStatus(
  { tokens, lexicon, isAboutOrders }: Asked,
  { orders }: Forms,
  { purchasing, namesSupplier, matches, phrases, ranges, used }: Phrases,
): { status: Reference[] | null; goesOn: boolean } {
  const incoming = purchasing !== null || namesSupplier || orders.filters.length > 0;
  const read = (isIncoming: boolean, taken: Set<number>) =>
    findOrderStatus({ tokens, matches, phrases, names: ranges }, taken, lexicon, isIncoming);
  // "What is still open?", of orders that were asked about before.
  const isOpen = isAboutOrders && read(incoming, new Set(used)) === null;
  const status = read(incoming || isAboutOrders, used);
  return { status, goesOn: isOpen && status !== null };
}

/** The parts without what the phrases say. */
function toParts(
  { tokens, sentence, lexicon, entries }: Asked,
  { forms, phrases, names, kinds, place }: Found,
): Parts {
  const { time, weekdays, leftOut, orders, variants, otherChart } = forms;
  const { purchasing, suppliers, matches, conditions, used } = phrases;
  return {
    words: tokens.length,
    measures: [],
    dimensions: [],
    counted: null,
    attributes: [],
    each: null,
    grain: null,
    time,
    names: withIncoming(names.names, purchasing ? suppliers : [], matches),
    held: isHeld(names.names, sentence, entries),
    doubts: findDoubts(tokens, sentence, used, names.covered, lexicon, matches),
    filters: [...weekdays.filters, ...leftOut.filters, ...orders.filters],
    daySides: weekdays.sides,
    everywhere: [],
    variants: variants?.noun ?? null,
    unknownSplit: kinds?.isEach || isGroup(names, entries) ? null : names.unknownSplit,
    per: null,
    denies: denies(tokens, phrases.phrases),
    order: place === 'ends' ? 'desc' : null,
    ranksThings: false,
    place,
    limit: null,
    conditions: conditions.map((condition) => ({ ...condition, references: null })),
    chart: otherChart?.instead ?? null,
    otherChart: otherChart && { spoken: otherChart.spoken, type: otherChart.type },
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
    goesOn: false,
    removes: null,
    leftover: [],
    text: sentence.toLowerCase(),
    opening: tokens
      .slice(0, 3)
      .map((token) => token.word)
      .join(' '),
  };
}

/** Reads the phrases into the parts: figures, splits and what is done with them. */
function readPhrases(
  parts: Parts,
  { tokens, sentence, lexicon }: Asked,
  { forms, phrases, names, kinds }: Found,
  status: Reference[] | null,
): void {
  const { matches, bounds } = phrases;
  const { hints, ends, covered: named } = names;
  const whole = findWhole({ tokens, matches });
  const reading = { tokens, sentence, matches, bounds, status, hints, ends, named, whole };
  readMatches(reading, lexicon, parts);
  parts.ranksThings = ranksThings(reading);
  if (kinds) parts.dimensions.push(kinds.references);
  if (kinds?.isEach) parts.each ??= kinds.references;
  parts.shareOf = kinds?.isEach === true || sharesMembers(reading) ? 'members' : 'named';
  parts.ofFigure = isOfFigure(reading);
  const isOfOne = names.names.length === 1;
  const parted = forms.bounds.filter((one) => isOfOne && isPartBound(one, tokens, phrases.found));
  if (parted.length > 0) bindParts(parts, parted);
  // The share is the quotient.
  if (whole) parts.focus.delete('share');
  if (asksWorthOnly(phrases.phrases, tokens) && parts.names.length === 0) parts.measures = [];
  for (const condition of parts.conditions)
    if (condition.references === null)
      condition.references = saysUnits(tokens, condition)
        ? findUnits(lexicon)
        : findBoundGoods(condition, tokens, matches, named, lexicon);
  parts.dimensions = withoutMeasured(parts, tokens, matches);
  if (status) readOrders(parts, status);
}

/** Orders of which it is asked how many are late or open. */
function readOrders(parts: Parts, status: Reference[]): void {
  // "How many are late, and by how many days?"
  const days = parts.measures.filter((own) => own.some(({ name }) => name === 'days_late'));
  parts.measures = [status, ...days];
  // "The biggest late orders" ranks them; else the noun only says what is late.
  const isRanked = parts.order !== null && !parts.focus.has('count');
  parts.dimensions = parts.dimensions.filter(
    (references) => isRanked || references.every(({ name }) => name !== 'purchase_order'),
  );
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

/** "Our margin", "the total": whose figure it is. "In the last three months" says nothing of it. */
function saysWhose(tokens: Token[], ofTime: ReadonlySet<number>): boolean {
  return tokens.some(
    ({ word }, at) => /^(our|my|the|total|current)$/.test(word) && !(word === 'the' && ofTime.has(at + 1)),
  );
}

/** "More than 40 % of our sales" bounds the part that something has in a figure, and no figure. */
function isPartBound({ unit, to }: FoundCondition, tokens: Token[], phrases: Match[]): boolean {
  if (unit !== 'percent' || tokens[to]?.word !== 'of') return false;
  let at = to + 1;
  while (/^(our|the|all|total|its|their|overall)$/.test(tokens[at]?.word ?? '')) at += 1;
  return phrases.some(({ concept, from }) => concept.kind === 'measure' && from === at);
}
