import { addDays, type Day } from '../time/calendar.ts';
import type { Period } from '../time/period.ts';
import { findTerm } from '../vocabulary/declared-terms.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import type { Parts } from './parts.ts';
import { isOfNow } from './purchasing-figures.ts';

/**
 * What "late" means of orders to suppliers: those that are open past their day, how many days they are, how late goods came on
 * average, or how often they came late.
 */
export function toLateness(said: Parts, { datasets }: Vocabulary, today: Day): Parts {
  const listed = toListOfLate(said) ?? toListOfOrders(said);
  if (listed !== null) return listed;
  const parts = toLines(withTheirOpen(withoutWord(said), datasets));
  const isLate = ({ name }: Reference) => lateFigures.test(name);
  const meant = parts.measures.some((references) => references.some(isLate))
    ? readLateness(parts, today)
    : null;
  if (meant === null) return withoutArrival(parts);
  // "Which suppliers delivered late last year, and by how many days?": how often, and how late on average.
  const toMeant = (name: string) => (name === 'days_late' && meant.came ? 'delivery_delay' : meant.measure);
  const swap = (references: Reference[]) =>
    references.map((reference) =>
      isLate(reference) && findTerm({ ...reference, name: toMeant(reference.name) }, datasets)
        ? { ...reference, name: toMeant(reference.name) }
        : reference,
    );
  const once = new Map(parts.measures.map(swap).map((references) => [references[0]?.name, references]));
  const isRate = meant.measure === 'missed_rate';
  return {
    ...parts,
    measures: [...once.values()],
    conditions: parts.conditions.map((condition) => ({
      ...condition,
      references: condition.references && swap(condition.references),
    })),
    focus: new Set([...parts.focus].filter((focus) => !isRate || focus !== 'share')),
    daysOf: meant.came && parts.time.periods.length > 0 ? 'received' : parts.daysOf,
  };
}

/** "Overdue orders: how many, and what is still to come of them": what is open of those that are late. */
function withTheirOpen(parts: Parts, datasets: Vocabulary['datasets']): Parts {
  const [first] = parts.measures;
  const isOfLate = first?.some(({ name }) => /^late_(orders|lines)$/.test(name)) ?? false;
  return isOfLate && parts.measures.length > 1 && !namesOpen.test(parts.text)
    ? { ...parts, measures: toLate(parts.measures, datasets) }
    : parts;
}

/**
 * "Which purchase orders are late, from which supplier and by how many days?", "the late lines with PO number, product and promised date":
 * the list tells who sends them, what is in them, when they are due and how late.
 */
function toListOfOrders(parts: Parts): Parts | null {
  const { text, measures, dimensions, grain, focus, each, conditions } = parts;
  const listed = measures.flat().find(({ name }) => /^(?:late|open)_(?:orders|lines)$/.test(name));
  const ofList = listed?.name.endsWith('_lines')
    ? /^(?:supplier|expected_date|purchase_order|product)$/
    : /^(?:supplier|expected_date|purchase_order)$/;
  const isPlain =
    measures.flat().every(({ name }) => isOfNow(name)) &&
    dimensions.length > 0 &&
    dimensions.every((references) => references.every(({ name }) => ofList.test(name))) &&
    [grain, each].every((one) => one === null) &&
    conditions.length === 0 &&
    !focus.has('count');
  const [noun, beside] = [
    /\b(?:orders|pos|lines)\b/,
    /\b(?:suppliers?|vendors?|from whom|dates?|due|expected|products?|items?|articles?|number)\b/,
  ].map((pattern) => text.search(pattern));
  if (!listed || !isPlain || noun === undefined || beside === undefined || noun < 0 || noun > beside)
    return null;
  return { ...parts, measures: [[listed]], dimensions: [], focus: new Set([...focus, 'list'] as const) };
}

/** "Overdue order lines by supplier" counts lines, "late orders with their products" lists them: each line is of one product. */
function toLines(parts: Parts): Parts {
  const { text, measures, dimensions, grain, focus, each } = parts;
  const [orders] = measures.flat().filter(({ name }) => /^(late|open)_(orders|lines)$/.test(name));
  if (!orders || measures.length !== 1) return parts;
  const ofLine = /^(?:purchase_order|product)$/;
  const isPlain = grain === null && each === null && dimensions.flat().every(({ name }) => ofLine.test(name));
  const lists = isPlain && withProducts.test(text) && !focus.has('count');
  if (!lists && !/\blines\b/.test(text)) return parts;
  return {
    ...parts,
    measures: [[{ ...orders, name: orders.name.replace('orders', 'lines') }]],
    ...(lists && { dimensions: [], focus: new Set([...focus, 'list'] as const) }),
  };
}

const withProducts =
  /\b(?:with|and|including|incl|plus|showing)(?: (?:the|their|its|what|which|each))* (?:products?|items?|articles?|skus?)\b/;

function toLate(measures: Reference[][], datasets: Vocabulary['datasets']): Reference[][] {
  return measures.map((references) =>
    references.map((reference) => {
      const late = { ...reference, name: reference.name.replace(/^open_/, 'late_') };
      return findTerm(late, datasets) ? late : reference;
    }),
  );
}

/** Said as such, and not as what is owed, awaited or still to come. */
const namesOpen =
  /(?<!\bhave )\bopen\b|\boutstanding (?:purchase )?(?:orders?|pos?|lines?)\b|\b(?:orders|pos|lines) (?:are )?(?:still )?outstanding\b/;

/** "The worst for lateness, and how many late lines": the word says in what they are the worst. */
function withoutWord(parts: Parts): Parts {
  const counts = parts.measures.flat().some(({ name }) => /^late_(lines|orders|units)$/.test(name));
  if (!counts || !/\blateness\b/.test(parts.text)) return parts;
  const isWord = (references: Reference[]) => references.every(({ name }) => name === 'delivery_delay');
  return { ...parts, measures: parts.measures.filter((references) => !isWord(references)) };
}

/** "Late purchase orders, with the days that each is overdue": the orders, which are told with their days. */
function toListOfLate(parts: Parts): Parts | null {
  const { text, measures, dimensions, grain, focus, conditions } = parts;
  const isOpen = ({ name }: Reference) => /^(late_orders|days_late|open_orders)$/.test(name);
  const isOrder = (references: Reference[]) => references.every(({ name }) => name === 'purchase_order');
  const late = measures.flat().find(({ name }) => /^(late_orders|days_late)$/.test(name));
  const isPlain =
    measures.every((references) => references.some(isOpen)) &&
    dimensions.every(isOrder) &&
    grain === null &&
    conditions.length === 0 &&
    !focus.has('average');
  if (!late || !isPlain || !/\bdays\b|\bhow (?:late|long)\b/.test(text) || !ofEach.test(text)) return null;
  return {
    ...parts,
    measures: [[{ ...late, name: 'late_orders' }]],
    dimensions: [],
    per: null,
    each: null,
    focus: new Set([...focus].filter((one) => one !== 'count')),
  };
}

const ofEach =
  /\b(?:each|every|respectively)\b|\b(?:per|by) (?:(?:late|open|overdue|purchase) )*(?:orders?|pos?|one)\b/;

const lateFigures = /^(late_(orders|lines|rate)|days_late|missed_dates)$/;

const cameFigures = /^(missed_(dates|rate)|on_time_(lines|rate)|delivery_delay)$/;

/** "Lines received after the promised day": the verb is no figure beside what it says of it. */
function withoutArrival(parts: Parts): Parts {
  const isVerb = (references: Reference[]) =>
    references.every(({ name }) => /^(units_received|received_units)$/.test(name));
  const tells = parts.measures.flat().some(({ name }) => cameFigures.test(name));
  if (!tells || /\bunits\b/.test(parts.text)) return parts;
  const came = parts.time.periods.length > 0 && /\b(arrived|came|received|delivered)\b/.test(parts.text);
  return {
    ...parts,
    measures: parts.measures.filter((references) => !isVerb(references)),
    daysOf: came ? 'received' : parts.daysOf,
  };
}

type Lateness = { measure: string; came: boolean };

function readLateness({ text, focus, conditions, time, measures }: Parts, today: Day): Lateness | null {
  const asksDays = conditions.some(({ unit }) => unit === 'days') || /\bhow late\b/.test(text);
  const [period] = time.periods;
  const asksHowLate = measures.flat().some(({ name }) => name === 'days_late');
  const sends = asksHowLate ? /\bdeliver|\bshipment|\bsupplier|\bvendor/ : /\bdeliver|\bshipment/;
  const isOver = period !== undefined && isPast(period, today) && sends.test(text);
  const came = arrives.test(text) || isOver;
  if (focus.has('average')) return { measure: 'delivery_delay', came: false };
  if (asksDays) return { measure: came ? 'delivery_delay' : 'days_late', came };
  if (asksHowLate && isOver) return { measure: 'missed_dates', came: true };
  if (measures.flat().some(({ name }) => /^(days_late|missed_dates)$/.test(name))) return null;
  if (!came) return null;
  return { measure: focus.has('share') ? 'missed_rate' : 'missed_dates', came: true };
}

/** "Late deliveries this year": of a running year or quarter most are over. */
function isPast({ start, end }: Period, today: Day): boolean {
  return end < today || addDays(start, 60) < today;
}

/** "Arrived late", "came too late", "did they deliver late": goods that are here. */
const arrives =
  /\b(arriv(?:e|es|ed)|c[oa]mes?|deliver(?:s|ed)?|received?|showed up|turned up|were|was) (?:\w+ ){0,2}late\b|\blate[- ]arriv(?:als?|ing)\b|\bhow late (?:was|were|did|has|have)\b|\b(?:arrived|came|received|delivered)\b.*\blate\b/;
